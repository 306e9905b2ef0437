import type { Json } from '../kubernetes/json'
import { isObject } from '../kubernetes/json'
import { field, itemsOf, stringsOf, wordOf } from '../kubernetes/shape'
import { thingsInWords } from './selectorInWords'

interface Direction {
  readonly type: 'Ingress' | 'Egress'
  readonly rules: string
  readonly peers: string
  readonly verb: string
  readonly way: string
}

const DIRECTIONS: readonly Direction[] = [
  { type: 'Ingress', rules: 'ingress', peers: 'from', verb: 'come in', way: 'from' },
  { type: 'Egress', rules: 'egress', peers: 'to', verb: 'go out', way: 'to' },
]

/**
 * Takes the spec of a NetworkPolicy; gives a sentence for each direction. Where policyTypes are left out it is about
 * what comes in, and about what goes out if it has egress rules (networking/v1 NetworkPolicySpec). A rule without
 * peers is about all of them, one without ports about every port; no rule lets nothing pass.
 */
export function policyInWords(spec: Json | undefined): readonly string[] {
  const written = stringsOf(field(spec, 'policyTypes'))
  const hasEgress = itemsOf(field(spec, 'egress')).length > 0
  const types = written.length > 0 ? written : hasEgress ? ['Ingress', 'Egress'] : ['Ingress']
  return DIRECTIONS.map((direction) => {
    const { type, rules, verb } = direction
    if (!types.includes(type)) return `It says nothing of what may ${verb}.`
    const all = itemsOf(field(spec, rules))
    if (all.length === 0) return `Nothing may ${verb}.`
    const passes = all.map((rule) => ruleInWords(rule, direction))
    if (passes.includes('')) return `Anything may ${verb}.`
    return `May ${verb}: ${passes.join('; ')}. Nothing else.`
  })
}

function ruleInWords(rule: Json, { peers, way }: Direction): string {
  const things = itemsOf(field(rule, peers)).map((peer) => peerInWords(peer))
  const ports = itemsOf(field(rule, 'ports')).map((port) => portInWords(port))
  return [
    things.length === 0 ? (ports.length === 0 ? '' : `${way} anywhere`) : `${way} ${things.join(' or ')}`,
    ports.length === 0 ? '' : `on ${ports.join(', ')}`,
  ]
    .filter((words) => words !== '')
    .join(' ')
}

function peerInWords(peer: Json): string {
  const block = field(peer, 'ipBlock')
  if (isObject(block)) {
    const except = stringsOf(field(block, 'except'))
    const range = wordOf(field(block, 'cidr')) || '(no addresses yet)'
    return except.length === 0 ? range : `${range} but not ${except.join(', ')}`
  }
  const pods = field(peer, 'podSelector')
  const namespaces = field(peer, 'namespaceSelector')
  const ofPods = thingsInWords('pods', pods) || 'any pod'
  if (!isObject(namespaces)) return isObject(pods) ? ofPods : '(nobody yet)'
  return `${ofPods} of ${thingsInWords('namespaces', namespaces) || 'any namespace'}`
}

function portInWords(port: Json): string {
  const protocol = wordOf(field(port, 'protocol')) || 'TCP'
  const first = wordOf(field(port, 'port'))
  const last = wordOf(field(port, 'endPort'))
  if (first === '') return `every ${protocol} port`
  return `${protocol} ${first}${last === '' ? '' : `–${last}`}`
}
