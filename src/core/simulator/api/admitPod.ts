import { isObject } from '../../kubernetes/json'
import type { PodSpec, Toleration } from '../../kubernetes/schema/types-1.36'
import { withDefaults } from '../../rules/defaults/withDefaults'
import { isOfType } from '../../rules/typed'
import type { ObjectsByKind } from './objects'

/** How long a pod stays on a node that is not well (DefaultTolerationSeconds in plugin/pkg/admission). */
const PATIENCE: readonly Toleration[] = ['not-ready', 'unreachable'].map((state) => ({
  key: `node.kubernetes.io/${state}`,
  operator: 'Exists',
  effect: 'NoExecute',
  tolerationSeconds: 300,
}))

/**
 * Takes a pod; gives it as the server stores it: with its defaults (a limit becomes a request, of pods only:
 * SetDefaults_Pod), and with what the admission plugins ServiceAccount, Priority and DefaultTolerationSeconds add. The
 * token of the service account is left out. What is no pod stays as it is.
 */
export function admitPod(pod: ObjectsByKind['Pod']): ObjectsByKind['Pod'] {
  const { status, ...manifest } = pod
  const typed = { apiVersion: 'v1', kind: 'Pod', ...manifest }
  const stored = isObject(typed) ? withDefaults(typed) : null
  if (!isOfType('Pod', stored)) return pod
  return { ...stored, spec: admitted(stored.spec ?? {}), ...(status === undefined ? {} : { status }) }
}

function admitted(spec: PodSpec): PodSpec {
  const account = spec.serviceAccountName ?? 'default'
  const own = spec.tolerations ?? []
  const missing = PATIENCE.filter(
    ({ key, effect }) => !own.some((each) => (each.key ?? key) === key && (each.effect ?? effect) === effect),
  )
  return {
    priority: 0,
    preemptionPolicy: 'PreemptLowerPriority',
    ...spec,
    serviceAccountName: account,
    serviceAccount: account,
    tolerations: [...own, ...missing],
  }
}
