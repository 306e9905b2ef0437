import { isObject, type Json, type JsonObject } from './json'
import { objectsIn, sameNamespace } from './objects'
import { valueAt, type Path } from './path'
import { servicesIn, type Service } from './services'
import { field, itemsOf, numberOf, stringsOf, textOf } from './shape'

/** Where an Ingress sends a request: a Service and its port, or some other object. */
export interface IngressTarget {
  readonly service: string
  /** The port's name or number; '' where none is written. */
  readonly port: string
  /** The Service, where the design has it. */
  readonly found: Service | null
  readonly isResource: boolean
}

/** One path of an Ingress: which requests it is about, and where they go. */
export interface IngressPath {
  /** '' for every host. */
  readonly host: string
  readonly path: string
  readonly pathType: string
  readonly isTls: boolean
  readonly target: IngressTarget
}

/** Takes the documents and the path of an HTTP path of an Ingress (`…, 'spec', 'rules', i, 'http', 'paths', j`); gives what it says. */
export function ingressPathAt(documents: readonly Json[], at: Path): IngressPath {
  const value = valueAt(documents, at)
  const host = textOf(valueAt(documents, [...at.slice(0, 4), 'host']))
  const tls = itemsOf(valueAt(documents, [...at.slice(0, 1), 'spec', 'tls']))
  return {
    host,
    path: textOf(field(value, 'path')),
    pathType: textOf(field(value, 'pathType')),
    isTls: tls.some((entry) => coversHost(stringsOf(field(entry, 'hosts')), host)),
    target: ingressTargetAt(documents, [...at, 'backend']),
  }
}

/** Takes the documents and the path of an Ingress' backend; gives where it leads to. */
export function ingressTargetAt(documents: readonly Json[], at: Path): IngressTarget {
  const backend = valueAt(documents, at)
  const service = field(backend, 'service')
  const name = textOf(field(service, 'name'))
  const port = field(service, 'port')
  const number = numberOf(field(port, 'number'))
  return {
    service: name,
    port: number === null ? textOf(field(port, 'name')) : String(number),
    found: ingressServices(documents, at).find((candidate) => candidate.name === name) ?? null,
    isResource: isObject(backend) && !Object.hasOwn(backend, 'service') && Object.hasOwn(backend, 'resource'),
  }
}

/** Takes the documents and a path in an Ingress; gives the Services it can lead to: those of its namespace. */
export function ingressServices(documents: readonly Json[], at: Path): readonly Service[] {
  const ingress = objectsIn(documents).find((object) => object.path[0] === at[0])
  return servicesIn(documents).filter(
    ({ name, namespace }) => name !== '' && sameNamespace(namespace, ingress?.namespace ?? ''),
  )
}

/** Takes where an Ingress leads to; gives what is wrong with its port: one that the Service does not have. Null where nothing is, or where nobody can know. */
export function targetPortProblem({ service, port, found }: IngressTarget): string | null {
  if (found === null || port === '' || found.type?.selects === false) return null
  const has = found.ports.some((each) => each.name === port || String(each.port) === port)
  return has ? null : `Service ${service} has no port ${port}.`
}

/** Takes a Service, or null where there is none yet; gives an HTTP path of an Ingress that leads all requests to its first port. */
export function newIngressPath(service: Service | null): JsonObject {
  const port = service?.ports[0]
  return {
    path: '/',
    pathType: 'Prefix',
    backend: {
      service: {
        name: service?.name ?? '',
        port: backendPort(port === undefined ? '' : port.name || String(port.port ?? '')),
      },
    },
  }
}

/** Takes the port of a Service as typed; gives it as a backend names it: digits are its number, anything else its name, '' is none. */
export function backendPort(text: string): JsonObject {
  if (text === '') return {}
  return /^\d{1,9}$/.test(text) ? { number: Number(text) } : { name: text }
}

/**
 * Takes the hosts of an entry of `tls` and a rule's host; says whether its certificate is for that host: one label
 * may stand for `*` (networking/v1 IngressTLS, IngressRule). No hosts are those the controller has a certificate for.
 */
function coversHost(hosts: readonly string[], host: string): boolean {
  if (hosts.length === 0) return true
  const parent = host.slice(host.indexOf('.') + 1)
  return hosts.some((each) => each === host || (each.startsWith('*.') && each.slice(2) === parent))
}
