import type { QosClass } from '../kubernetes/qos'

const WORDS: Readonly<Record<QosClass, string>> = {
  Guaranteed:
    'Guaranteed: it is promised all that it may use. When its node runs short it is among the last to go.',
  Burstable:
    'Burstable: it is promised something. When its node runs short it goes early if it uses more than that.',
  BestEffort: 'Best effort: it is promised nothing. When its node runs short it is among the first to go.',
}

/** Takes a pod's quality of service class; gives in words what it means (Kubernetes docs, "Node-pressure Eviction"). */
export function qosInWords(qos: QosClass): string {
  return WORDS[qos]
}
