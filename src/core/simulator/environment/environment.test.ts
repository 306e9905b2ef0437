import { describe, expect, it } from 'vitest'
import { keptCases, tally, upstreamCases } from '../../../golden/kubeletCases'
import type { Container, Pod } from '../../kubernetes/schema/types-1.36'
import { containerEnvironment } from './containerEnvironment'
import { readEnvFile } from './envFile'
import { expand } from './expand'
import { fieldPathValue, formatMap, type ReadMetadata } from './fieldPathValue'
import { resourceFieldValue } from './resourceFieldValue'
import { serviceVariables, type AddressedService, type Variable } from './serviceVariables'

type Data = Readonly<Record<string, string>>

describe('expansion', () => {
  it('of texts made for this project', () => {
    const file = keptCases<{ input: string; expected: string }>('generated_expansion')
    const env = new Map(Object.entries(file.env ?? {}))
    const { agreed, total, differences } = tally('generated_expansion', file.cases, (row) => ({
      got: expand(row.input, (name) => env.get(name)),
      wanted: row.expected,
    }))
    expect(agreed, differences[0]).toBe(total)
  })

  it('of Kubernetes’ own texts', () => {
    const file = upstreamCases<{
      input: string
      expected: string
      context: number
      env?: readonly (readonly [string, string])[]
      expectedEnv?: Data
    }>('expansion')
    const { agreed, total, differences } = tally('expansion', file.cases, (row) => {
      if (row.env !== undefined) {
        const set = new Map<string, string>()
        for (const [name, value] of row.env)
          set.set(
            name,
            expand(value, (other) => set.get(other)),
          )
        return { got: Object.fromEntries(set), wanted: row.expectedEnv }
      }
      const contexts = (file.contexts?.[row.context] ?? []).map((each) => new Map(Object.entries(each)))
      return {
        got: expand(row.input, (name) => contexts.find((each) => each.has(name))?.get(name)),
        wanted: row.expected,
      }
    })
    expect(agreed, differences[0]).toBe(total)
  })
})

describe('variables of Services', () => {
  it('as the kubelet makes them', () => {
    const { cases } = keptCases<{ service: AddressedService; env: readonly Variable[] | null }>(
      'generated_service_env',
    )
    const { agreed, total, differences } = tally('generated_service_env', cases, (row) => ({
      got: serviceVariables(row.service),
      wanted: row.env ?? [],
    }))
    expect(agreed, differences[0]).toBe(total)
  })
})

describe('resource fields', () => {
  it('as the kubelet counts them', () => {
    const { cases } = keptCases<{ resource: string; quantity: string; divisor: string; expected?: string }>(
      'generated_resource_field_ref',
    )
    const { agreed, total, differences } = tally('generated_resource_field_ref', cases, (row) => ({
      got: resourceFieldValue(row.resource, row.quantity, row.divisor),
      wanted: row.expected ?? null,
    }))
    expect(agreed, differences[0]).toBe(total)
  })
})

describe('field paths', () => {
  interface Row {
    readonly test: string
    readonly fieldPath: string
    readonly obj?: { readonly metadata?: ReadMetadata } | ''
    readonly args?: { readonly m?: Data }
    readonly wantFmtStr?: string
    readonly expectedValue?: string
    readonly expectedMessageFragment?: string
  }

  it('as Kubernetes reads them', () => {
    // The subscripts themselves are tried in fieldPaths.test; what is no object has no metadata to read.
    const cases = upstreamCases<Row>('fieldpath').cases.filter(
      ({ test, obj }) => test !== 'TestSplitMaybeSubscriptedPath' && obj !== '',
    )
    const { agreed, total, differences } = tally('fieldpath', cases, (row) => {
      if (row.test === 'TestFormatMap') return { got: formatMap(row.args?.m ?? {}), wanted: row.wantFmtStr }
      const metadata = typeof row.obj === 'object' ? (row.obj.metadata ?? {}) : {}
      const found = fieldPathValue(metadata, row.fieldPath)
      const fragment = row.expectedMessageFragment ?? ''
      return 'value' in found
        ? { got: [found.value, ''], wanted: [row.expectedValue, fragment] }
        : { got: found.error.includes(fragment) && fragment !== '', wanted: true }
    })
    expect(agreed, differences[0]).toBe(total)
  })
})

describe('environments', () => {
  interface Row {
    readonly test: string
    readonly name: string
    readonly pod: Pod
    readonly container: Container
    readonly podIP: string
    readonly podIPs: readonly string[] | null
    readonly nilLister?: boolean
    readonly unsyncedServices?: boolean
    readonly configMap?: { readonly data?: Data }
    readonly secret?: { readonly stringData?: Data }
    readonly expectedEnv?: Data
    readonly expectedError?: string
  }

  it('as the kubelet makes them', () => {
    const file = upstreamCases<Row>('env_resolution')
    const services = (file.services ?? []).map(({ name, namespace, clusterIP, protocol, port }) => ({
      metadata: { name, namespace },
      spec: { clusterIP, ports: [{ protocol, port }] },
    }))
    // Upstream's files of variables are not in the cases, nor is a kubelet that has not read its Services.
    const cases = file.cases.filter(
      ({ test, unsyncedServices }) => !test.endsWith('FileKeyRef') && unsyncedServices !== true,
    )
    const { agreed, total, differences } = tally('env_resolution', cases, (row) => {
      const got = containerEnvironment(
        {
          pod: row.pod,
          podIPs: row.podIPs ?? (row.podIP === '' ? [] : [row.podIP]),
          hostIPs: ['127.0.0.1', '::1'],
          services: row.nilLister === true ? [] : services,
          configMap: () => row.configMap?.data,
          secret: () => row.secret?.stringData,
          file: () => undefined,
          allocatable: {},
        },
        row.container,
      )
      return {
        got:
          'error' in got
            ? 'error'
            : Object.fromEntries(got.variables.map(({ name, value }) => [name, value])),
        wanted: row.expectedError === undefined ? (row.expectedEnv ?? {}) : 'error',
      }
    })
    expect(agreed, differences[0]).toBe(total)
  })

  it.each<[string, Data | 'error']>([
    ["A='1'\n\n# no\nB='two\nlines' # yes\n", { A: '1', B: 'two\nlines' }],
    ["A = '1'", 'error'],
    ['A=1', 'error'],
    ['A=', { A: '' }],
  ])('a file of variables: %j', (text, wanted) => {
    const read = readEnvFile(text)
    expect('error' in read ? 'error' : Object.fromEntries(read.variables)).toEqual(wanted)
  })
})
