import type { Advice } from './advice'
import { amountsOf } from './design/amounts'
import { podText } from './design/examples'
import { rewritten } from './design/rewritten'

/** So many cores hardly anybody has in one node, and nobody means. */
const MANY_CORES = 64

const RESOURCES = (cpu: string): string => `
containers:
- name: app
  image: example.com/shop:1.4
  resources:
    requests: { cpu: ${cpu} }
`

/** So much cpu that thousandths were meant. */
export const hugeCpu: Advice = {
  id: 'huge-cpu',
  level: 'error',
  title: 'Hundreds of cores',
  why: 'A number without a suffix is in whole cores. No node has that many: the pod stays Pending with "Insufficient cpu".',
  mend: 'Write m behind the number for thousandths of a core.',
  docs: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#meaning-of-cpu',
  bad: podText(RESOURCES('500')),
  good: podText(RESOURCES('500m')),
  check: (design) =>
    amountsOf(design, 'cpu')
      .filter(({ text }) => /^\d+$/.test(text) && Number(text) >= MANY_CORES)
      .map(({ path, text }) => ({ path, message: `${text} is ${text} cores: did you mean ${text}m?` })),
  fix: { label: 'Write m behind it', change: rewritten((text) => `${text}m`) },
}
