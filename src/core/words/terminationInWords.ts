import type { Json } from '../kubernetes/json'
import { field, itemsOf, numberOf, wordOf } from '../kubernetes/shape'
import { secondsInWords } from './jobInWords'
import { handlerInWords } from './probeInWords'

/**
 * Takes a pod's spec; gives in words how it is stopped: hooks first, then SIGTERM, and what still runs at the end of
 * the grace period is killed (Kubernetes docs, "Pod termination"; 30 s is the default). Sidecars stop after the
 * containers, so what they get is what is left.
 */
export function terminationInWords(podSpec: Json | undefined): string {
  const grace = numberOf(field(podSpec, 'terminationGracePeriodSeconds')) ?? 30
  if (grace <= 0) return 'It is killed at once: no SIGTERM, no time to finish anything.'
  const hooks = itemsOf(field(podSpec, 'containers')).flatMap((container) => {
    const hook = field(field(container, 'lifecycle'), 'preStop')
    const name = wordOf(field(container, 'name')) || 'a container'
    return hook === undefined || hook === null ? [] : [`${handlerInWords(hook)} in ${name}`]
  })
  const first = hooks.length === 0 ? '' : ` First comes ${hooks.join(', ')}: the time runs already.`
  return `It has ${secondsInWords(grace)} to stop after SIGTERM; what still runs then is killed.${first}`
}
