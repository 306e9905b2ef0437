import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isObject, type Json, type JsonObject } from '../kubernetes/json'
import type { Types } from '../kubernetes/schema/types-1.36'
import { field, itemsOf, numberOf, textOf } from '../kubernetes/shape'
import { validateEnv, validateEnvFrom } from './containers/env'
import { validateHandler } from './containers/handlers'
import { validateMounts } from './containers/mounts'
import type { PodContext } from './containers/podContext'
import { validatePorts } from './containers/ports'
import {
  validateContainers,
  validateEphemeralContainers,
  validateInitContainers,
} from './containers/validateContainers'
import { FieldPath } from './fieldPath'
import { validateDnsConfig } from './pod/dns'
import { validatePod } from './pod/validatePod'
import { validatePodSpec } from './pod/validatePodSpec'
import { Report } from './report'
import { validateContainerResources } from './resources/containerResources'
import { validateTopologySpread } from './scheduling/topologySpread'
import { validateSecurityContext } from './security/securityContext'
import { isOfType } from './typed'
import { validateVolumes } from './volumes/validateVolumes'

/*
 * Tables of Kubernetes' own tests of pods, recorded while they ran. They call the functions of its validation one by one,
 * also with options of older servers and with feature gates that are off in 1.36, so not all of it can agree.
 */

const FOLDER = '../shared/golden/kubelet'

type Run = (given: JsonObject, at: FieldPath, report: Report) => void

/** Takes a type and a value; gives the value typed, or throws where it is not of that type. */
function typed<Name extends keyof Types>(name: Name, value: Json | undefined): Types[Name] {
  if (isOfType(name, value)) return value
  throw new Error(`not a ${name}: ${JSON.stringify(value)}`)
}

/** Takes a handler as Go prints it; gives it with the keys of a manifest. */
function handlerOf(value: Json | undefined): Types['LifecycleHandler'] | Types['Probe'] {
  const keys: Readonly<Record<string, string>> = { HTTPGet: 'httpGet', TCPSocket: 'tcpSocket', GRPC: 'grpc' }
  const handler = isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([key, action]) => [keys[key] ?? key, action]))
    : value
  return isOfType('LifecycleHandler', handler) ? handler : typed('Probe', handler)
}

function all<Name extends keyof Types>(name: Name, value: Json | undefined): Types[Name][] {
  return itemsOf(value).map((item) => typed(name, item))
}

/** A pod around what is tried: its volumes and claims may be given as Go's maps and sets. */
function podOf(given: JsonObject): PodContext {
  const volumes = isObject(given['volumes']) ? Object.entries(given['volumes']) : []
  const claims = isObject(given['podClaimNames']) ? Object.keys(given['podClaimNames']) : []
  const grace = numberOf(given['gracePeriod'])
  const isInit = given['regularContainers'] !== undefined
  const containers = all('Container', given[isInit ? 'regularContainers' : 'containers'])
  const restart = textOf(given['podRestartPolicy'])
  return {
    spec: {
      containers,
      initContainers: all('Container', given['initContainers']),
      restartPolicy: restart === '' ? 'Always' : restart,
      ...(given['hostUsers'] === true ? {} : { hostUsers: false }),
    },
    isPod: itemsOf(given['opts']).includes('ResourceIsPod'),
    volumes: new Map(volumes.map(([name, source]) => [name, typed('Volume', source)])),
    claims: new Set([...claims, ...itemsOf(given['podClaimNames']).map((claim) => textOf(claim))]),
    gracePeriod: grace ?? undefined,
  }
}

const RUNS: Readonly<Record<string, Run>> = {
  validateContainers: (given, at, report) =>
    validateContainers(all('Container', given['containers']), podOf(given), at, report),
  validateInitContainers: (given, at, report) =>
    validateInitContainers(all('Container', given['containers']), podOf(given), at, report),
  validateEphemeralContainers: (given, at, report) =>
    validateEphemeralContainers(
      all('EphemeralContainer', given['ephemeralContainers']),
      podOf(given),
      at,
      report,
    ),
  validatePodDNSConfig: (given, at, report) =>
    validateDnsConfig(
      given['dnsConfig'] === null ? undefined : typed('PodDNSConfig', given['dnsConfig']),
      textOf(given['dnsPolicy']),
      at,
      report,
    ),
  ValidateEnv: (given, at, report) => validateEnv(all('EnvVar', given['vars']), new Map(), at, report),
  ValidateEnvFrom: (given, at, report) => validateEnvFrom(all('EnvFromSource', given['vars']), at, report),
  validateHandler: (given, at, report) =>
    validateHandler(handlerOf(given['handler']), numberOf(given['gracePeriod']) ?? undefined, at, report),
  validateContainerPorts: (given, at, report) =>
    validatePorts(all('ContainerPort', given['ports']), at, report),
  ValidateContainerResourceRequirements: (given, at, report) =>
    validateContainerResources(
      typed('ResourceRequirements', given['requirements']),
      podOf(given).claims,
      at,
      report,
    ),
  ValidateSecurityContext: (given, at, report) =>
    validateSecurityContext(typed('SecurityContext', given['sc']), given['hostUsers'] === true, at, report),
  validateTopologySpreadConstraints: (given, at, report) =>
    validateTopologySpread(all('TopologySpreadConstraint', given['constraints']), at, report),
  ValidateVolumeMounts: (given, at, report) =>
    validateMounts(
      { ...typed('Container', given['container'] ?? {}), volumeMounts: all('VolumeMount', given['mounts']) },
      podOf(given),
      at,
      report,
    ),
  ValidateVolumes: (given, at, report) => {
    const metadata = given['podMeta'] ?? null
    validateVolumes(
      all('Volume', given['volumes']),
      metadata === null ? undefined : typed('ObjectMeta', metadata),
      at,
      report,
    )
  },
  ValidatePodSpec: (given, at, report) => {
    const isPod = itemsOf(given['opts']).includes('ResourceIsPod')
    validatePodSpec(
      typed('PodSpec', given['spec']),
      isPod ? typed('ObjectMeta', given['podMeta'] ?? {}) : undefined,
      at,
      report,
    )
  },
  ValidatePodCreate: (given, at, report) => validatePod(typed('Pod', given['pod']), at, report),
}

function lines(errors: readonly string[]): string {
  return [...new Set(errors)].toSorted().join('\n')
}

/** Takes a recorded case; gives what was wanted and what is said, or null where it is not of what can be tried. */
function tried(record: Json): { readonly wanted: string; readonly got: string } | null {
  const run = RUNS[textOf(field(record, 'fn'))]
  const given = field(record, 'in')
  if (run === undefined || !isObject(given)) return null
  const report = new Report()
  const prefix = textOf(given['fldPath'])
  const root = FieldPath.root(0)
  try {
    run(given, prefix === '' ? root : root.printedAs(prefix), report)
  } catch {
    return null
  }
  return {
    wanted: lines(itemsOf(field(record, 'errors')).map((error) => textOf(field(error, 'message')))),
    got: lines(report.errors.map(({ field: at, message }) => `${String(at)}: ${message}`)),
  }
}

describe.skipIf(!existsSync(FOLDER))("the tables of Kubernetes' own tests", () => {
  it.each([
    ['containers', 48],
    ['init_containers', 22],
    ['ephemeral_containers', 81],
    ['dns_config', 33],
    ['env', 36],
    ['env_from', 19],
    ['handler', 13],
    ['ports', 12],
    ['resources', 9],
    ['security_context', 11],
    ['topology_spread', 25],
    ['volume_mounts', 28],
    ['volumes', 142],
    ['podspec', 150],
    ['pod', 132],
  ])('%s: at least %d agree', (name, least) => {
    const table: unknown = JSON.parse(readFileSync(`${FOLDER}/validation_${name}.json`, 'utf8'))
    const cases = isObject(table) ? itemsOf(table['cases']) : []
    const results = cases.flatMap((record) => tried(record) ?? [])
    const agreed = results.filter(({ wanted, got }) => wanted === got).length
    console.info(
      `${name}: ${agreed} of ${results.length} agree, ${cases.length - results.length} can't be tried`,
    )
    expect(agreed).toBeGreaterThanOrEqual(least)
  })
})
