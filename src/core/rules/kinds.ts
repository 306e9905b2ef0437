import type { Types } from '../kubernetes/schema/types-1.36'
import { validateConfigMap } from './config/validateConfigMap'
import { validateSecret, warnOfSecret } from './config/validateSecret'
import { validateServiceAccount, warnOfServiceAccount } from './config/validateServiceAccount'
import type { FieldPath } from './fieldPath'
import { warnOfService } from './network/serviceWarnings'
import { validateIngress, warnOfIngress } from './network/validateIngress'
import { validateNetworkPolicy, warnOfNetworkPolicy } from './network/validateNetworkPolicy'
import { validateService } from './network/validateService'
import { validatePod } from './pod/validatePod'
import type { Report } from './report'
import { validateHorizontalPodAutoscaler } from './scaling/validateHorizontalPodAutoscaler'
import { validatePodDisruptionBudget } from './scaling/validatePodDisruptionBudget'
import { validatePersistentVolumeClaim } from './storage/validatePersistentVolumeClaim'
import { isOfType } from './typed'
import { warnOfPersistentVolumeClaim } from './warnings/claimWarnings'
import { warnOfPod } from './warnings/podWarnings'
import { validateCronJob, warnOfCronJob } from './workloads/validateCronJob'
import { validateDaemonSet, warnOfDaemonSet } from './workloads/validateDaemonSet'
import { validateDeployment, warnOfDeployment } from './workloads/validateDeployment'
import { validateJob, warnOfJob } from './workloads/validateJob'
import { validateReplicaSet, warnOfReplicaSet } from './workloads/validateReplicaSet'
import { validateStatefulSet, warnOfStatefulSet } from './workloads/validateStatefulSet'

/** Takes an object with its defaults filled in, and the path of its root; reports what the server says of it. */
type Speaker<Value> = (object: Value, root: FieldPath, report: Report) => void

/** What is done with the objects of a kind. */
export interface JudgedKind {
  readonly kind: string
  /** What keeps the server from taking the object. */
  readonly validate: Speaker<unknown>
  /** What the server warns of where it takes the object. */
  readonly warn: Speaker<unknown>
}

/** Takes a kind, its validation and its warnings; gives the row for what may be of any type. */
function row<Name extends keyof Types>(
  kind: Name,
  validate: Speaker<Types[Name]>,
  warn: Speaker<Types[Name]> = () => {},
): JudgedKind {
  const typed =
    (speak: Speaker<Types[Name]>): Speaker<unknown> =>
    (object, root, report) => {
      if (isOfType(kind, object)) speak(object, root, report)
    }
  return { kind, validate: typed(validate), warn: typed(warn) }
}

/** Every kind that is judged: one row a kind, each with what its own files export. */
const JUDGED: readonly JudgedKind[] = [
  row('Pod', validatePod, warnOfPod),
  row('Deployment', validateDeployment, warnOfDeployment),
  row('StatefulSet', validateStatefulSet, warnOfStatefulSet),
  row('DaemonSet', validateDaemonSet, warnOfDaemonSet),
  row('ReplicaSet', validateReplicaSet, warnOfReplicaSet),
  row('Job', validateJob, warnOfJob),
  row('CronJob', validateCronJob, warnOfCronJob),
  row('Service', validateService, warnOfService),
  row('Ingress', validateIngress, warnOfIngress),
  row('NetworkPolicy', validateNetworkPolicy, warnOfNetworkPolicy),
  row('HorizontalPodAutoscaler', validateHorizontalPodAutoscaler),
  row('PodDisruptionBudget', validatePodDisruptionBudget),
  row('ConfigMap', validateConfigMap),
  row('Secret', validateSecret, warnOfSecret),
  row('PersistentVolumeClaim', validatePersistentVolumeClaim, warnOfPersistentVolumeClaim),
  row('ServiceAccount', validateServiceAccount, warnOfServiceAccount),
]

const byKind = new Map(JUDGED.map((judged) => [judged.kind, judged]))

/** Takes the name of a kind; gives what is done with its objects, or null where they are not judged. */
export function judgedKind(kind: string): JudgedKind | null {
  return byKind.get(kind) ?? null
}
