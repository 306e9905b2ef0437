import { innerFieldsOf } from '../../../core/kubernetes/schema/schema'

/** Which fields of a type a form shows before they are set, in the order people think of them. */
const FACES: Readonly<Record<string, readonly string[]>> = {
  Toleration: ['key', 'operator', 'value', 'effect'],
  Probe: ['initialDelaySeconds', 'periodSeconds', 'timeoutSeconds', 'failureThreshold'],
  HTTPGetAction: ['path', 'port'],
  ExecAction: ['command'],
  GRPCAction: ['port', 'service'],
  SecurityContext: [
    'runAsNonRoot',
    'runAsUser',
    'readOnlyRootFilesystem',
    'allowPrivilegeEscalation',
    'capabilities',
  ],
  PodSecurityContext: ['runAsNonRoot', 'runAsUser', 'runAsGroup', 'fsGroup', 'seccompProfile'],
  Capabilities: ['drop', 'add'],
  ResourceRequirements: ['requests', 'limits'],
  Lifecycle: ['postStart', 'preStop'],
  Affinity: ['nodeAffinity', 'podAffinity', 'podAntiAffinity'],
  LabelSelector: ['matchLabels', 'matchExpressions'],
  // As a template in a StatefulSet, where its kind goes without saying.
  PersistentVolumeClaim: ['metadata', 'spec'],
  ObjectMeta: ['name', 'labels'],
  PersistentVolumeClaimSpec: ['accessModes', 'resources', 'storageClassName'],
}

/** Takes a type; gives the fields to show before they are set: its face's, else what is required, or all of a small type. */
export function faceOf(type: string): readonly string[] {
  const face = Object.hasOwn(FACES, type) ? FACES[type] : undefined
  if (face !== undefined) return face
  const fields = innerFieldsOf(type).filter((field) => !field.byServer && !field.deprecated)
  const isSmall = fields.length <= 4
  return fields.filter((field) => field.required || isSmall).map((field) => field.name)
}
