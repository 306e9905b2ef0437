import type { Change } from '../../kubernetes/change'
import { setValue } from '../../kubernetes/edits/setValue'
import { scriptIn } from '../../kubernetes/script'
import { valueAt, type Path } from '../../kubernetes/path'
import { field, numberOf, stringsOf } from '../../kubernetes/shape'
import type { Advice } from './advice'
import { podText } from './design/examples'
import { podAt, podContainerAt, type Pod, type PodContainer } from './design/pod'

/** What the server sets without a word of the manifest (core/v1 DefaultTerminationGracePeriodSeconds). */
const DEFAULT_GRACE = 30

const HOOK = (seconds: number): string => `
containers:
- name: app
  image: example.com/shop:1.4
  lifecycle:
    preStop:
      exec:
        command: [sleep, "${seconds}"]
`

/** A preStop hook that sleeps as long as the grace period, or longer. */
export const preStopOutlivesGrace: Advice = {
  id: 'pre-stop-outlives-grace',
  level: 'warning',
  title: 'Hook that is cut off',
  why: 'The grace period counts from the start of the hook. When it runs out the hook is cut off, and the program has two seconds to stop before it is killed.',
  mend: 'Make terminationGracePeriodSeconds longer than the hook and the stopping of the program together.',
  docs: 'https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/#hook-handler-execution',
  bad: podText(HOOK(40)),
  good: podText(HOOK(10)),
  check: ({ pods }) =>
    pods
      .filter((pod) => graceOf(pod) > 0)
      .flatMap((pod) =>
        pod.containers
          .filter((container) => sleepOf(container) >= graceOf(pod))
          .map((container) => ({
            path: [...container.path, 'lifecycle', 'preStop'],
            message: `The hook sleeps ${sleepOf(container)} s, and the grace period is ${graceOf(pod)} s`,
          })),
      ),
  fix: { label: 'Make the grace period longer', change: withLongerGrace },
}

function graceOf({ spec }: Pod): number {
  return numberOf(field(spec, 'terminationGracePeriodSeconds')) ?? DEFAULT_GRACE
}

/** How long a container's preStop command sleeps at its beginning, in seconds. */
function sleepOf({ value }: PodContainer): number {
  const command = stringsOf(valueAt(value, ['lifecycle', 'preStop', 'exec', 'command']))
  const text = scriptIn({ command, args: [] })?.text ?? command.join(' ')
  return Number(/(?:^|[\s;/])sleep\s+(\d+)\b/.exec(text)?.[1] ?? 0)
}

function withLongerGrace(path: Path): Change {
  return (documents) => {
    const pod = podAt(documents, path)
    const container = podContainerAt(documents, path.slice(0, -2))
    if (pod === null || container === null) return undefined
    const grace = [...pod.path, 'terminationGracePeriodSeconds']
    setValue(grace, sleepOf(container) + DEFAULT_GRACE)(documents)
    return grace
  }
}
