import type { Json } from '../kubernetes/json'
import { field, stringsOf, wordOf } from '../kubernetes/shape'

const CLUSTER = 'Names are asked of the cluster’s DNS, which knows Services, and other names outside.'
const NODE = 'Names are asked as its node asks them: Services are not known by name.'

/** What each policy means, by name; with the host network ClusterFirst is Default (core/v1 DNSPolicy). */
const POLICIES: Readonly<Record<string, { readonly words: string; readonly onHost?: string }>> = {
  ClusterFirst: {
    words: CLUSTER,
    onHost: `${NODE} (With the host network only ClusterFirstWithHostNet asks the cluster.)`,
  },
  ClusterFirstWithHostNet: { words: CLUSTER },
  Default: { words: NODE },
  None: { words: 'Names are asked only as the DNS config says.' },
}

/** Takes a pod's spec; gives in words who answers when it looks up a name. */
export function dnsInWords(podSpec: Json | undefined): string {
  const policy = wordOf(field(podSpec, 'dnsPolicy')) || 'ClusterFirst'
  const known = Object.hasOwn(POLICIES, policy) ? POLICIES[policy] : undefined
  if (known === undefined) return 'No such policy.'
  const isOnHost = field(podSpec, 'hostNetwork') === true
  const config = field(podSpec, 'dnsConfig')
  const servers = stringsOf(field(config, 'nameservers'))
  const searches = stringsOf(field(config, 'searches'))
  const also = policy === 'None' ? 'Asked' : 'Also asked'
  return [
    isOnHost ? (known.onHost ?? known.words) : known.words,
    ...(servers.length > 0
      ? [`${also}: ${servers.join(', ')}.`]
      : policy === 'None'
        ? ['It names no server: refused.']
        : []),
    ...(searches.length === 0 ? [] : [`Short names are tried with ${searches.join(', ')}.`]),
  ].join(' ')
}
