import type { Advice } from './advice'
import { amountsOf } from './design/amounts'
import { podText } from './design/examples'
import { rewritten } from './design/rewritten'

const RESOURCES = (memory: string): string => `
containers:
- name: app
  image: example.com/shop:1.4
  resources:
    limits: { memory: ${memory} }
`

/** Memory in thousandths of a byte. */
export const milliMemory: Advice = {
  id: 'milli-memory',
  level: 'error',
  title: 'Memory in thousandths of a byte',
  why: 'The suffix m means a thousandth, for memory as for cpu. No container starts with a fraction of a byte.',
  mend: 'Write Mi for mebibytes, or M for megabytes.',
  docs: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#meaning-of-memory',
  bad: podText(RESOURCES('100m')),
  good: podText(RESOURCES('100Mi')),
  check: (design) =>
    amountsOf(design, 'memory')
      .filter(({ text }) => /^\d+(?:\.\d+)?m$/.test(text))
      .map(({ path, text }) => ({ path, message: `${text} is ${text.slice(0, -1)} thousandths of a byte` })),
  fix: { label: 'Write Mi', change: rewritten((text) => text.replace(/m$/, 'Mi')) },
}
