import type { Container, EnvVar, EnvVarSource } from '../../kubernetes/schema/types-1.36'
import { readEnvFile } from './envFile'
import { expand } from './expand'
import { fieldPathValue } from './fieldPathValue'
import { resourceReference, type ResourceHolder } from './resourceReference'
import { hasClusterIP, serviceVariables, type AddressedService, type Variable } from './serviceVariables'

type Data = Readonly<Record<string, string>>

/** What the environment of a container is made from. */
export interface EnvironmentSource extends ResourceHolder {
  readonly podIPs: readonly string[]
  readonly hostIPs: readonly string[]
  /** Those that exist when the container is made, of all namespaces. */
  readonly services: readonly AddressedService[]
  /** The data of a ConfigMap or Secret of the pod's namespace, by its name. */
  readonly configMap: (name: string) => Data | undefined
  readonly secret: (name: string) => Data | undefined
  /** The text of a file of a volume. */
  readonly file: (volume: string, path: string) => string | undefined
}

/** The variables of a container, or why they can't be had (which is a CreateContainerConfigError). */
export type Environment = { readonly variables: readonly Variable[] } | { readonly error: string }

/** Where the Service that every container knows lives. */
const MASTER = { namespace: 'default', name: 'kubernetes' } as const

/**
 * Takes what there is and a container; gives its variables (makeEnvironmentVariables in pkg/kubelet/kubelet_pods.go):
 * envFrom in order, then env in order, a value expanded against what was set so far and the Services' variables; these
 * come last and override nothing.
 */
export function containerEnvironment(source: EnvironmentSource, container: Container): Environment {
  const { enableServiceLinks } = source.pod.spec ?? {}
  if (enableServiceLinks === undefined)
    return { error: 'nil pod.spec.enableServiceLinks encountered, cannot construct envvars' }
  const services = new Map(linked(source, enableServiceLinks).map(({ name, value }) => [name, value]))
  const set = new Map<string, string>()
  for (const { prefix = '', configMapRef, secretRef } of container.envFrom ?? []) {
    const kind = configMapRef === undefined ? 'secret' : 'configmap'
    const { name = '', optional } = configMapRef ?? secretRef ?? {}
    const data = kind === 'secret' ? source.secret(name) : source.configMap(name)
    if (data === undefined && optional !== true) return { error: `${kind} "${name}" not found` }
    for (const [key, value] of Object.entries(data ?? {})) set.set(`${prefix}${key}`, value)
  }
  for (const variable of container.env ?? []) {
    const found = valueOf(source, container, variable, (name) => set.get(name) ?? services.get(name))
    if (typeof found === 'object' && found !== null) return found
    if (found !== null) set.set(variable.name ?? '', found)
  }
  const own = [...set].map(([name, value]) => ({ name, value }))
  const ofServices = [...services].flatMap(([name, value]) => (set.has(name) ? [] : [{ name, value }]))
  return { variables: [...own, ...ofServices] }
}

/** The Services a container is told of: those of its namespace, and always the API server's. */
function linked(source: EnvironmentSource, enabled: boolean): readonly Variable[] {
  const { namespace = 'default' } = source.pod.metadata ?? {}
  const told = new Map<string, AddressedService>()
  for (const service of source.services.filter((each) => hasClusterIP(each))) {
    const { name = '', namespace: of = 'default' } = service.metadata ?? {}
    if (of === namespace && enabled) told.set(name, service)
    else if (of === MASTER.namespace && name === MASTER.name && !told.has(name)) told.set(name, service)
  }
  return [...told.values()].flatMap((service) => serviceVariables(service))
}

/** A value, an error, or null where the variable is left out. */
type Found = string | { readonly error: string } | null

function valueOf(
  source: EnvironmentSource,
  container: Container,
  { value = '', valueFrom }: EnvVar,
  lookup: (name: string) => string | undefined,
): Found {
  if (value !== '') return expand(value, lookup)
  return valueFrom === undefined ? '' : fromSource(source, container, valueFrom)
}

function fromSource(source: EnvironmentSource, container: Container, from: EnvVarSource): Found {
  const { namespace = 'default' } = source.pod.metadata ?? {}
  if (from.fieldRef !== undefined) return fieldOf(source, from.fieldRef.fieldPath ?? '')
  if (from.configMapKeyRef !== undefined) {
    const { name = '', key = '', optional } = from.configMapKeyRef
    return keyOf(
      `ConfigMap ${namespace}/${name}`,
      `configmap "${name}"`,
      source.configMap(name),
      key,
      optional,
    )
  }
  if (from.secretKeyRef !== undefined) {
    const { name = '', key = '', optional } = from.secretKeyRef
    return keyOf(`Secret ${namespace}/${name}`, `secret "${name}"`, source.secret(name), key, optional)
  }
  if (from.resourceFieldRef !== undefined) return resourceReference(source, from.resourceFieldRef, container)
  return from.fileKeyRef === undefined ? '' : fileKeyOf(source, from.fileKeyRef)
}

function keyOf(
  place: string,
  subject: string,
  data: Data | undefined,
  key: string,
  optional: boolean | undefined,
): Found {
  if (data !== undefined && Object.hasOwn(data, key)) return data[key] ?? ''
  if (optional === true) return null
  return { error: data === undefined ? `${subject} not found` : `couldn't find key ${key} in ${place}` }
}

/** The field paths that are not metadata. */
const FIELDS: Readonly<Record<string, (source: EnvironmentSource) => string>> = {
  'spec.nodeName': ({ pod }) => pod.spec?.nodeName ?? '',
  'spec.serviceAccountName': ({ pod }) => pod.spec?.serviceAccountName ?? '',
  'status.hostIP': ({ hostIPs }) => hostIPs[0] ?? '',
  'status.hostIPs': ({ hostIPs }) => hostIPs.join(','),
  'status.podIP': (source) => sortedIPs(source)[0] ?? '',
  'status.podIPs': (source) => sortedIPs(source).join(','),
}

function fieldOf(source: EnvironmentSource, fieldPath: string): Found {
  const read = Object.hasOwn(FIELDS, fieldPath) ? FIELDS[fieldPath] : undefined
  if (read !== undefined) return read(source)
  const found = fieldPathValue(source.pod.metadata ?? {}, fieldPath)
  return 'value' in found ? found.value : found
}

/** One address of each family, the family of the node's first address first (sortPodIPs). */
function sortedIPs({ podIPs, hostIPs }: EnvironmentSource): readonly string[] {
  const four = podIPs.find((ip) => /^\d+(?:\.\d+){3}$/.test(ip))
  const six = podIPs.find((ip) => ip.includes(':'))
  const order = hostIPs[0]?.includes(':') === true ? [six, four] : [four, six]
  return order.flatMap((ip) => (ip === undefined ? [] : [ip]))
}

function fileKeyOf(
  { file }: EnvironmentSource,
  { volumeName = '', path = '', key = '', optional }: NonNullable<EnvVarSource['fileKeyRef']>,
): Found {
  const text = file(volumeName, path)
  if (text === undefined && optional === true) return null
  const read = text === undefined ? { error: "couldn't parse env file" } : readEnvFile(text)
  if ('error' in read) return read
  const value = read.variables.get(key)
  if (value !== undefined) return value
  return optional === true ? null : { error: `environment variable key "${key}" not found in file "${path}"` }
}
