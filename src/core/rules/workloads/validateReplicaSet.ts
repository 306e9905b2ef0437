import { dns1123Subdomain } from '../../kubernetes/names'
import type { ReplicaSet } from '../../kubernetes/schema/types-1.36'
import { validateNonnegative } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import { validateObjectMeta } from '../metadata/validateObjectMeta'
import type { Report } from '../report'
import { warnOfName, warnOfPodTemplate } from '../warnings/podWarnings'
import { validateReplicaTemplate, validateSelector } from './replicaTemplate'

/** Takes a ReplicaSet with its defaults, and the path of its root; reports what is wrong with it (apps ValidateReplicaSet). */
export function validateReplicaSet(replicaSet: ReplicaSet, root: FieldPath, report: Report): void {
  validateObjectMeta(replicaSet.metadata, dns1123Subdomain, root.child('metadata'), report)
  const { selector, template, replicas = 0, minReadySeconds } = replicaSet.spec ?? {}
  const field = root.child('spec')
  validateNonnegative(replicas, field.child('replicas'), report)
  validateNonnegative(minReadySeconds, field.child('minReadySeconds'), report)
  validateSelector(selector, field.child('selector'), 'deployment', report)
  validateReplicaTemplate(selector, template, replicas, field, report)
}

/** Takes a ReplicaSet with its defaults, and the path of its root; warns as the server does. */
export function warnOfReplicaSet(replicaSet: ReplicaSet, root: FieldPath, report: Report): void {
  warnOfName(replicaSet.metadata, 'Pod names and hostnames', root, report)
  warnOfPodTemplate(replicaSet.spec?.template, root.child('spec', 'template'), report)
}
