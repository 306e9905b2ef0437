import type { Field } from '../kubernetes/schema/field'
import { labelOf } from './fieldLabels'

/** Endings of plural labels and what one of them ends with; the first that fits counts. */
const ENDINGS: readonly (readonly [plural: RegExp, singular: string])[] = [
  [/^(.* )?data$/i, 'Entry'],
  [/egress$/i, '$& rule'],
  [/(?<!e)gress$/i, '$& rule'],
  [/(sse)s$/, '$1'],
  [/(ss|us|is)$/, '$1'],
  [/(alias)es$/, '$1'],
  [/ies$/, 'y'],
  [/(x|sh|ch|ss)es$/, '$1'],
  [/s$/, ''],
]

/** Lists whose items no ending tells. */
const NOUNS: Readonly<Record<string, string>> = {
  to: 'Peer',
  from: 'Peer',
  tls: 'TLS entry',
  except: 'Exception',
  searches: 'Search domain',
  overhead: 'Resource',
  envFrom: 'Set',
  env: 'Variable',
  selector: 'Label',
  add: 'Capability',
  drop: 'Capability',
  requiredDuringSchedulingIgnoredDuringExecution: 'Rule',
  preferredDuringSchedulingIgnoredDuringExecution: 'Preference',
}

/** Takes a field that holds several things; gives what one of them is called: `Tolerations` hold a `Toleration`. */
export function nounOf(field: Field): string {
  const own = Object.hasOwn(NOUNS, field.name) ? NOUNS[field.name] : undefined
  if (own !== undefined) return own
  const label = labelOf(field)
  for (const [plural, singular] of ENDINGS) if (plural.test(label)) return label.replace(plural, singular)
  return label
}
