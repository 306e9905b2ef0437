import { qosClassOf } from '../../../core/kubernetes/qos'
import { dnsInWords } from '../../../core/words/dnsInWords'
import { qosInWords } from '../../../core/words/qosInWords'
import { terminationInWords } from '../../../core/words/terminationInWords'
import { OBJECT_FACES } from '../objects/faces'
import { JOB_FACES } from '../objects/jobFaces'
import type { FormSection } from './FormSections'
import { WORKLOAD_SECTIONS } from './workloadSections'

/** The parts of a container's form below its own ones. */
export const CONTAINER_SECTIONS: readonly FormSection[] = [
  { of: '', field: 'resources' },
  {
    title: 'Health',
    help: 'How the kubelet finds out whether it has started, can serve, and is still well.',
    of: '',
    adds: ['readinessProbe', 'livenessProbe', 'startupProbe'],
  },
  {
    title: 'Start and stop',
    of: '',
    adds: ['lifecycle', 'imagePullPolicy', 'workingDir'],
  },
  { of: '', field: 'securityContext' },
]

/** The parts of a pod's form. */
export const POD_SECTIONS: readonly FormSection[] = [
  {
    title: 'Scheduling',
    help: 'On which nodes it may run.',
    of: '',
    adds: [
      'nodeSelector',
      'tolerations',
      'affinity',
      'topologySpreadConstraints',
      'priorityClassName',
      'nodeName',
    ],
  },
  {
    title: 'Security',
    of: '',
    adds: ['serviceAccountName', 'automountServiceAccountToken', 'securityContext', 'imagePullSecrets'],
  },
  {
    title: 'Network',
    of: '',
    adds: ['dnsPolicy', 'dnsConfig', 'hostAliases', 'hostNetwork', 'hostname'],
    words: dnsInWords,
  },
  {
    title: 'Life',
    of: '',
    adds: ['restartPolicy', 'terminationGracePeriodSeconds', 'activeDeadlineSeconds'],
    words: (podSpec) => `${terminationInWords(podSpec)} ${qosInWords(qosClassOf(podSpec))}`,
  },
]

const LABELS: readonly FormSection[] = [
  { of: 'metadata', field: 'labels' },
  { of: 'metadata', field: 'annotations' },
]

/** The parts of an object's form, by its kind. */
const OBJECT_SECTIONS: Readonly<Record<string, readonly FormSection[]>> = {
  ...WORKLOAD_SECTIONS,
  ...JOB_FACES,
  ...OBJECT_FACES,
}

/** Takes a kind; gives the parts of the form of such an object. */
export function objectSections(kind: string): readonly FormSection[] {
  const own = Object.hasOwn(OBJECT_SECTIONS, kind) ? OBJECT_SECTIONS[kind] : undefined
  return [...(own ?? []), ...LABELS]
}
