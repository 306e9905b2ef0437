import type { Advice } from './advice'
import { amountsOf } from './design/amounts'
import { podText } from './design/examples'
import { rewritten } from './design/rewritten'

/** Below this no container starts: runc's own need, and what its parent asks of a cgroup. */
const LEAST = 4 * 1024 * 1024
/** As many mebibytes somebody may have meant. */
const MOST_MEANT = 65_536

const RESOURCES = (memory: string): string => `
containers:
- name: app
  image: example.com/shop:1.4
  resources:
    limits: { memory: ${memory} }
`

/** Memory without a suffix, so in bytes. */
export const tinyMemory: Advice = {
  id: 'tiny-memory',
  level: 'error',
  title: 'Memory in bytes',
  why: 'A number without a suffix is in bytes, and this is too little for any program. The container can’t start, or is killed at once.',
  mend: 'Write Mi behind the number.',
  docs: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#meaning-of-memory',
  bad: podText(RESOURCES('"512"')),
  good: podText(RESOURCES('512Mi')),
  check: (design) =>
    amountsOf(design, 'memory')
      .filter(({ text }) => /^\d+$/.test(text) && Number(text) > 0 && Number(text) < LEAST)
      .map(({ path, text }) => ({
        path,
        message: `${text} without a suffix is ${text} bytes: did you mean ${text}Mi?`,
        fixable: Number(text) <= MOST_MEANT,
      })),
  fix: { label: 'Write Mi behind it', change: rewritten((text) => `${text}Mi`) },
}
