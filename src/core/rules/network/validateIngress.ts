import {
  dns1123Label,
  dns1123Subdomain,
  pathSegment,
  portName,
  wildcardSubdomain,
} from '../../kubernetes/names'
import type {
  HTTPIngressPath,
  Ingress,
  IngressBackend,
  IngressRule,
  IngressServiceBackend,
  IngressSpec,
  IngressTLS,
  TypedLocalObjectReference,
} from '../../kubernetes/schema/types-1.36'
import { validateText, validatePortNumber, validateOneOf } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import { quoted } from '../goText'
import { parseIp } from '../ip/ipAddress'
import { validateObjectMeta } from '../metadata/validateObjectMeta'
import type { Report } from '../report'

const CLASS_ANNOTATION = 'kubernetes.io/ingress.class'
const PATH_TYPES = ['Exact', 'ImplementationSpecific', 'Prefix']
const BAD_SEQUENCES = ['//', '/./', '/../', '%2f', '%2F']
const BAD_ENDINGS = ['/..', '/.']

/** Takes an Ingress, and the path of its root; reports what is wrong with it (networking ValidateIngressCreate). */
export function validateIngress(ingress: Ingress, root: FieldPath, report: Report): void {
  const { metadata, spec = {} } = ingress
  validateObjectMeta(metadata, dns1123Subdomain, root.child('metadata'), report)
  validateIngressSpec(spec, root.child('spec'), report)
  const annotation = metadata?.annotations?.[CLASS_ANNOTATION]
  if (annotation !== undefined && spec.ingressClassName !== undefined && annotation !== spec.ingressClassName)
    report.invalid(
      root.printedAs(`.annotations.${CLASS_ANNOTATION}`, 'metadata', 'annotations', CLASS_ANNOTATION),
      annotation,
      'must match `ingressClassName` when both are specified',
    )
}

/** Takes an Ingress, and the path of its root; warns as the server does (pkg/registry/networking/ingress/strategy.go). */
export function warnOfIngress({ metadata, spec }: Ingress, root: FieldPath, report: Report): void {
  if (metadata?.annotations?.[CLASS_ANNOTATION] === undefined || spec?.ingressClassName !== undefined) return
  report.warn(
    root.child('metadata', 'annotations').key(CLASS_ANNOTATION),
    `annotation ${quoted(CLASS_ANNOTATION)} is deprecated, please use 'spec.ingressClassName' instead`,
  )
}

function validateIngressSpec(spec: IngressSpec, field: FieldPath, report: Report): void {
  const { rules = [], tls = [], defaultBackend, ingressClassName } = spec
  if (rules.length === 0 && defaultBackend === undefined)
    report.invalid(
      field,
      spec.rules === undefined ? null : [],
      'either `defaultBackend` or `rules` must be specified',
    )
  if (defaultBackend !== undefined) validateBackend(defaultBackend, field.child('defaultBackend'), report)
  for (const [i, rule] of rules.entries()) validateRule(rule, field.child('rules').index(i), report)
  for (const [i, entry] of tls.entries()) validateTls(entry, field.child('tls').index(i), report)
  if (ingressClassName === undefined) return
  validateText(ingressClassName, dns1123Subdomain, field.child('ingressClassName'), report)
}

function validateHost(host: string, field: FieldPath, report: Report): void {
  const check = host.includes('*') ? wildcardSubdomain : dns1123Subdomain
  validateText(host, check, field, report)
}

function validateTls({ hosts = [], secretName = '' }: IngressTLS, field: FieldPath, report: Report): void {
  for (const [i, host] of hosts.entries()) validateHost(host, field.child('hosts').index(i), report)
  if (secretName === '') return
  validateText(secretName, dns1123Subdomain, field.child('secretName'), report)
}

function validateRule({ host = '', http }: IngressRule, field: FieldPath, report: Report): void {
  const at = field.child('host')
  if (host !== '' && parseIp(host) !== null) report.invalid(at, host, 'must be a DNS name, not an IP address')
  if (host !== '') validateHost(host, at, report)
  if (http === undefined) return
  const paths = field.child('http', 'paths')
  if ((http.paths ?? []).length === 0) report.required(paths)
  for (const [i, path] of (http.paths ?? []).entries()) validatePath(path, paths.index(i), report)
}

function validatePath(entry: HTTPIngressPath, field: FieldPath, report: Report): void {
  const { path = '', pathType, backend = {} } = entry
  if (pathType === undefined) {
    report.required(field.child('pathType'), 'pathType must be specified')
    return
  }
  validateOneOf(pathType, PATH_TYPES, field.child('pathType'), report)
  if (PATH_TYPES.includes(pathType))
    for (const said of pathSaid(path, pathType)) report.invalid(field.child('path'), path, said)
  validateBackend(backend, field.child('backend'), report)
}

function pathSaid(path: string, pathType: string): string[] {
  const isFree = pathType === 'ImplementationSpecific'
  return [
    ...(path.startsWith('/') || (isFree && path === '') ? [] : ['must be an absolute path']),
    ...(isFree
      ? []
      : BAD_SEQUENCES.filter((text) => path.includes(text)).map((text) => `must not contain '${text}'`)),
    ...(isFree
      ? []
      : BAD_ENDINGS.filter((text) => path.endsWith(text)).map((text) => `cannot end with '${text}'`)),
  ]
}

function validateBackend({ service, resource }: IngressBackend, field: FieldPath, report: Report): void {
  if (service !== undefined && resource !== undefined)
    report.invalid(field, '', 'cannot set both resource and service backends')
  else if (resource !== undefined) validateResource(resource, field.child('resource'), report)
  else if (service !== undefined) validateServiceBackend(service, field, report)
  else report.invalid(field, '', 'resource or service backend is required')
}

function validateServiceBackend(
  { name = '', port = {} }: IngressServiceBackend,
  field: FieldPath,
  report: Report,
): void {
  const at = field.child('service')
  const { name: byName = '', number = 0 } = port
  if (name === '') report.required(at.child('name'))
  else validateText(name, dns1123Label, at.child('name'), report)
  if (byName !== '' && number !== 0) report.invalid(field, '', 'cannot set both port name & port number')
  else if (byName !== '') validateText(byName, portName, at.child('port', 'name'), report)
  else if (number === 0) report.required(field, 'port name or number is required')
  else validatePortNumber(number, at.child('port', 'number'), report)
}

function validateResource(
  { apiGroup, kind = '', name = '' }: TypedLocalObjectReference,
  field: FieldPath,
  report: Report,
): void {
  if (apiGroup !== undefined) validateText(apiGroup, dns1123Subdomain, field.child('apiGroup'), report)
  for (const [key, text] of [
    ['kind', kind],
    ['name', name],
  ] as const) {
    if (text === '') report.required(field.child(key))
    validateText(text, pathSegment, field.child(key), report)
  }
}
