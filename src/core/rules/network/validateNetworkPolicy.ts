import { dns1123Subdomain, portName } from '../../kubernetes/names'
import type {
  IPBlock,
  NetworkPolicy,
  NetworkPolicyPeer,
  NetworkPolicyPort,
  NetworkPolicySpec,
} from '../../kubernetes/schema/types-1.36'
import { validateText, validatePortNumber, validateOneOf } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import { contains, networkOf, parseCidr } from '../ip/ipAddress'
import { validateCidr, warnOfCidr } from '../ip/ipRules'
import { validateLabelSelector } from '../metadata/validateLabelSelector'
import { validateObjectMeta } from '../metadata/validateObjectMeta'
import type { Report } from '../report'

const PROTOCOLS = ['TCP', 'UDP', 'SCTP']
const POLICY_TYPES = ['Ingress', 'Egress']

/** Takes a NetworkPolicy with its defaults, and the path of its root; reports what is wrong with it (networking ValidateNetworkPolicy). */
export function validateNetworkPolicy(policy: NetworkPolicy, root: FieldPath, report: Report): void {
  const { metadata, spec = {} } = policy
  const field = root.child('spec')
  validateObjectMeta(metadata, dns1123Subdomain, root.child('metadata'), report)
  validateLabelSelector(spec.podSelector, field.child('podSelector'), report)
  for (const { ports, peers, at, peerList } of rulesOf(spec, field)) {
    for (const [i, port] of ports.entries()) validatePort(port, at.child('ports').index(i), report)
    for (const [i, peer] of peers.entries()) validatePeer(peer, at.child(peerList).index(i), report)
  }
  validatePolicyTypes(spec.policyTypes ?? [], field.child('policyTypes'), report)
}

/** Takes a NetworkPolicy with its defaults, and the path of its root; warns as the server does (pkg/registry/networking/networkpolicy/strategy.go). */
export function warnOfNetworkPolicy({ spec = {} }: NetworkPolicy, root: FieldPath, report: Report): void {
  for (const { peers, at, peerList } of rulesOf(spec, root.child('spec')))
    for (const [i, { ipBlock }] of peers.entries()) {
      const block = at.child(peerList).index(i).child('ipBlock')
      if (ipBlock === undefined) continue
      warnOfCidr(ipBlock.cidr ?? '', block.child('cidr'), report)
      for (const [j, except] of (ipBlock.except ?? []).entries())
        warnOfCidr(except, block.child('except').index(j), report)
    }
}

/** A rule of either direction. */
interface Rule {
  readonly ports: readonly NetworkPolicyPort[]
  readonly peers: readonly NetworkPolicyPeer[]
  readonly at: FieldPath
  readonly peerList: 'from' | 'to'
}

function rulesOf(spec: NetworkPolicySpec, field: FieldPath): Rule[] {
  const ingress = (spec.ingress ?? []).map(({ ports = [], from = [] }, i): Rule => ({
    ports,
    peers: from,
    at: field.child('ingress').index(i),
    peerList: 'from',
  }))
  const egress = (spec.egress ?? []).map(({ ports = [], to = [] }, i): Rule => ({
    ports,
    peers: to,
    at: field.child('egress').index(i),
    peerList: 'to',
  }))
  return [...ingress, ...egress]
}

function validatePort(policyPort: NetworkPolicyPort, field: FieldPath, report: Report): void {
  const { protocol, port, endPort } = policyPort
  const end = field.child('endPort')
  if (protocol !== undefined && !PROTOCOLS.includes(protocol))
    report.notSupported(field.child('protocol'), protocol, PROTOCOLS)
  if (typeof port === 'number') {
    validatePortNumber(port, field.child('port'), report)
    if (endPort === undefined) return
    if (endPort < port) report.invalid(end, endPort, 'must be greater than or equal to `port`')
    validatePortNumber(endPort, end, report)
    return
  }
  if (endPort !== undefined) {
    const why = port === undefined ? 'not specified' : 'non-numeric'
    report.invalid(end, endPort, `may not be specified when \`port\` is ${why}`)
  }
  if (port !== undefined) validateText(port, portName, field.child('port'), report)
}

function validatePeer(peer: NetworkPolicyPeer, field: FieldPath, report: Report): void {
  const { podSelector, namespaceSelector, ipBlock } = peer
  validateLabelSelector(podSelector, field.child('podSelector'), report)
  validateLabelSelector(namespaceSelector, field.child('namespaceSelector'), report)
  if (ipBlock !== undefined) validateIpBlock(ipBlock, field.child('ipBlock'), report)
  const count = [podSelector, namespaceSelector, ipBlock].filter((part) => part !== undefined).length
  if (count === 0) report.required(field, 'must specify a peer')
  else if (count > 1 && ipBlock !== undefined)
    report.forbidden(field, 'may not specify both ipBlock and another peer')
}

function validateIpBlock({ cidr = '', except = [] }: IPBlock, field: FieldPath, report: Report): void {
  if (cidr === '') {
    report.required(field.child('cidr'))
    return
  }
  const range = validateCidr(cidr, field.child('cidr'), report)
  if (range === null) return
  for (const [i, text] of except.entries()) {
    const at = field.child('except').index(i)
    validateCidr(text, at, report)
    const part = parseCidr(text)
    if (part !== null && (!contains(range, networkOf(part)) || range.prefix >= part.prefix))
      report.invalid(at, text, 'must be a strict subset of `cidr`')
  }
}

function validatePolicyTypes(types: readonly string[], field: FieldPath, report: Report): void {
  if (types.length > POLICY_TYPES.length) {
    report.invalid(field, [...types], 'may not specify more than two policyTypes')
    return
  }
  for (const [i, type] of types.entries()) validateOneOf(type, POLICY_TYPES, field.index(i), report)
}
