import type { FormSection } from '../schema/FormSections'
import { AccountUses } from './AccountUses'
import { ClaimSize } from './ClaimSize'
import { DisruptionLimit } from './DisruptionLimit'
import { FilesSection } from './FilesSection'
import { IngressRules } from './IngressRules'
import { PolicyWords } from './PolicyWords'
import { ScaleTarget } from './ScaleTarget'

const CHANGES: FormSection = { title: 'Changes', of: '', always: ['immutable'] }

/** The parts of the forms of objects that are no workloads, by kind: in the order people think of them. */
export const OBJECT_FACES: Readonly<Record<string, readonly FormSection[]>> = {
  ConfigMap: [{ of: '', Own: FilesSection, covers: ['data', 'binaryData'] }, CHANGES],
  Secret: [
    { title: 'Kind of secret', of: '', always: ['type'] },
    { of: '', Own: FilesSection, covers: ['data', 'stringData'] },
    CHANGES,
  ],
  Ingress: [
    { title: 'Class', of: 'spec', always: ['ingressClassName'] },
    { of: 'spec', Own: IngressRules, covers: ['rules'] },
    { of: 'spec', field: 'tls', help: 'For which hosts it speaks HTTPS, with which certificate.' },
    { of: 'spec', field: 'defaultBackend', help: 'Where requests go that no rule is for.' },
  ],
  HorizontalPodAutoscaler: [
    { of: 'spec', Own: ScaleTarget, covers: ['scaleTargetRef'] },
    { title: 'Pods at once', of: 'spec', always: ['minReplicas', 'maxReplicas'] },
    {
      of: 'spec',
      field: 'metrics',
      help: 'What it watches. Without one: 80 % of the CPU that is requested.',
    },
    { of: 'spec', field: 'behavior', help: 'How fast it may go up and down.' },
  ],
  PodDisruptionBudget: [
    { of: 'spec', Own: DisruptionLimit, covers: ['minAvailable', 'maxUnavailable'] },
    { of: 'spec', field: 'selector', help: 'The pods it protects.' },
    { title: 'Pods that are not ready', of: 'spec', always: ['unhealthyPodEvictionPolicy'] },
  ],
  PersistentVolumeClaim: [
    { of: 'spec', Own: ClaimSize, covers: ['resources'] },
    { title: 'Storage', of: 'spec', always: ['accessModes', 'storageClassName', 'volumeMode'] },
    {
      title: 'Where it comes from',
      help: 'Left out, a new volume is made.',
      of: 'spec',
      adds: ['dataSource', 'dataSourceRef', 'volumeName', 'selector'],
    },
  ],
  ServiceAccount: [
    { title: 'Token', of: '', always: ['automountServiceAccountToken'] },
    {
      title: 'Secrets',
      help: 'Pods that run as it pull images with these.',
      of: '',
      adds: ['imagePullSecrets', 'secrets'],
    },
    { of: '', Own: AccountUses, covers: [] },
  ],
  NetworkPolicy: [
    { of: 'spec', Own: PolicyWords, covers: [] },
    { of: 'spec', field: 'podSelector', help: 'The pods it is about.' },
    { title: 'Directions', of: 'spec', always: ['policyTypes'] },
    {
      of: 'spec',
      field: 'ingress',
      help: 'What may come in. Each rule lets something in; none lets in nothing.',
    },
    {
      of: 'spec',
      field: 'egress',
      help: 'What may go out. Each rule lets something out; none lets out nothing.',
    },
  ],
}
