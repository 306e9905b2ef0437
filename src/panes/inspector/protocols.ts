import type { Choice } from '../../core/kubernetes/sourceFields'

/** The protocols a port can have. TCP goes without saying. */
export const PROTOCOLS: readonly Choice[] = [
  { value: '', label: 'TCP', help: 'The default' },
  { value: 'TCP', label: 'TCP', help: 'Written out' },
  { value: 'UDP', label: 'UDP', help: 'Datagrams: DNS, QUIC, …' },
  { value: 'SCTP', label: 'SCTP', help: 'Rare: telephony' },
]
