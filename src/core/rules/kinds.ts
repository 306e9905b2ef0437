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

/** A kind that is judged: says what keeps the server from taking an object, or else what it warns of. */
interface JudgedKind {
  readonly kind: string
  readonly speak: Speaker<unknown>
}

/** Takes a kind, its validation and its warnings; gives the row for what may be of any type. */
function row<Name extends keyof Types>(
  kind: Name,
  validate: Speaker<Types[Name]>,
  warn: Speaker<Types[Name]> = () => {},
): JudgedKind {
  return {
    kind,
    speak: (object, root, report) => {
      if (!isOfType(kind, object)) return
      validate(object, root, report)
      if (report.errors.length === 0) warn(object, root, report)
    },
  }
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

/**
 * Takes the name of a kind, an object of it with its defaults, and the path of its root; reports what the server says of
 * it. Of a kind that is not judged nothing is said.
 */
export function speakOf(kind: string, object: unknown, root: FieldPath, report: Report): void {
  byKind.get(kind)?.speak(object, root, report)
}
