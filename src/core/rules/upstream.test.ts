import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bytesOfText, encodeBase64 } from '../kubernetes/base64'
import { isObject, type Json } from '../kubernetes/json'
import { textOf } from '../kubernetes/shape'
import { validateConfigMap } from './config/validateConfigMap'
import { validateSecret } from './config/validateSecret'
import { FieldPath } from './fieldPath'
import { warnOfService } from './network/serviceWarnings'
import { validateAllocated } from './network/validateService'
import { Report } from './report'
import { isOfType } from './typed'
import { warnOfPod } from './warnings/podWarnings'

/*
 * Cases of Kubernetes' own unit tests. They lie beside the project; where they are absent, nothing is compared.
 */

const FOLDER = '../shared/golden/kubelet'
const root = FieldPath.root(0)

/** A case of a validation has `in` and `errors`, one of warnings the object and what is said of it. */
interface Case {
  readonly name: string
  readonly in: Readonly<Record<string, Json>>
  readonly errors: readonly { readonly field: string; readonly type: string; readonly message: string }[]
  readonly template?: Json
  readonly service?: Json
  readonly expected?: readonly string[]
  readonly want?: readonly string[]
}

function casesIn(name: string): Case[] {
  const file = `${FOLDER}/${name}.json`
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')).cases
  console.info(`skipped: ${file} is absent`)
  return []
}

function errorsOf({ errors }: Report): string[] {
  return errors.map(({ field, reason, message }) => `${String(field)} ${reason} ${message}`).toSorted()
}

/** Compares, prints the count, and expects that just the named cases differ. */
function compare(
  what: string,
  cases: readonly Case[],
  isSame: (example: Case) => boolean,
  different: Readonly<Record<string, string>>,
): void {
  const differing = cases.filter((example) => !isSame(example)).map(({ name }) => name)
  console.info(`${what}: ${cases.length - differing.length} of ${cases.length} as in Kubernetes' own tests`)
  if (cases.length > 0) expect([...new Set(differing)].toSorted()).toEqual(Object.keys(different).toSorted())
}

describe('validation', () => {
  const expected = ({ errors }: Case): string[] =>
    errors.map(({ field, type, message }) => `${field} ${type} ${message.slice(field.length + 2)}`).toSorted()

  it('of Services', () => {
    const isSame = (example: Case): boolean => {
      const { service } = example.in
      const report = new Report()
      if (isOfType('Service', service)) validateAllocated(service, root, report)
      return JSON.stringify(errorsOf(report)) === JSON.stringify(expected(example))
    }
    compare('Services', casesIn('validation_service'), isSame, {
      'missing namespace': 'the namespace is the request’s',
      'invalid namespace': 'the namespace is the request’s',
      'invalid name': 'the gate RelaxedServiceNameValidation is on in 1.36',
      'invalid generateName': 'the gate RelaxedServiceNameValidation is on in 1.36',
      'invalid: service name begins with a digit feature gate disabled': 'the same gate',
      'valid legacy cluster ip with legacy validation': 'the gate StrictIPCIDRValidation is on in 1.36',
      'valid legacy externalIPs with legacy validation': 'the same gate',
      'valid legacy LoadBalancer source range with legacy validation': 'the same gate',
      'invalid type - missing AllocateLoadBalancerNodePorts for loadbalancer type': 'defaults fill it in',
      'invalid: trafficDistribution field set to Random': 'the gate PreferSameTrafficDistribution is on',
      'invalid: trafficDistribution field set to PreferSameZone without feature gate': 'the same gate',
      'invalid: trafficDistribution field set to PreferSameNode without feature gate': 'the same gate',
    })
  })

  it('of ConfigMaps and Secrets', () => {
    const isSame = (example: Case): boolean => {
      const { secret, cfg } = example.in
      const report = new Report()
      const inBase64 = withEncodedData(secret)
      if (isOfType('Secret', inBase64)) validateSecret(inBase64, root, report)
      if (isOfType('ConfigMap', cfg)) validateConfigMap(cfg, root, report)
      const wanted = expected(example).filter((line) => !line.startsWith('metadata.namespace'))
      return JSON.stringify(errorsOf(report)) === JSON.stringify(wanted)
    }
    compare('ConfigMaps and Secrets', casesIn('validation_configmap_secret'), isSame, {})
  })
})

/** The cases have the bytes of values as they are. */
function withEncodedData(secret: Json | undefined): Json | undefined {
  if (!isObject(secret) || !isObject(secret['data'])) return secret
  const data = Object.entries(secret['data']).map(([key, text]) => [
    key,
    encodeBase64(bytesOfText(textOf(text))),
  ])
  return { ...secret, data: Object.fromEntries(data) }
}

describe('warnings', () => {
  const warningsOf = (report: Report): string =>
    JSON.stringify(report.warnings.map(({ message }) => message).toSorted())

  it('of pods', () => {
    const isSame = ({ template = {}, expected = [] }: Case): boolean => {
      const report = new Report()
      if (isOfType('Pod', template)) warnOfPod(template, root, report)
      const said = report.warnings.filter(({ message }) => !message.startsWith('metadata.name:'))
      return (
        JSON.stringify(said.map(({ message }) => message).toSorted()) === JSON.stringify(expected.toSorted())
      )
    }
    compare('warnings of pods', casesIn('warnings_pod'), isSame, {
      gitRepo: 'the plugin is off by default in 1.36',
    })
  })

  it('of Services', () => {
    const isSame = ({ service, want = [] }: Case): boolean => {
      const report = new Report()
      if (isOfType('Service', service)) warnOfService(service, root, report)
      return warningsOf(report) === JSON.stringify(want.toSorted())
    }
    const cases = casesIn('warnings_service').filter(({ service }) => service !== undefined)
    compare('warnings of Services', cases, isSame, {})
  })
})
