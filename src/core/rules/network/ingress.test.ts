import { expect, it } from 'vitest'
import type { Json, JsonObject } from '../../kubernetes/json'
import { judge } from '../judge'

const web = { service: { name: 'web', port: { number: 80 } } }

function ingress(spec: JsonObject, annotations: JsonObject = {}): JsonObject {
  return { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata: { name: 'web', annotations }, spec }
}

function withPath(path: JsonObject): JsonObject {
  return ingress({ rules: [{ http: { paths: [{ path: '/', pathType: 'Prefix', backend: web, ...path }] } }] })
}

const AT = 'spec.rules[0].http.paths[0]'

it.each<[string, Json, readonly string[]]>([
  ['a host with a wildcard', ingress({ rules: [{ host: '*.example.com' }] }), []],
  ['a free path', withPath({ path: '', pathType: 'ImplementationSpecific' }), []],
  [
    'nothing at all',
    ingress({}),
    ['spec: Invalid value: null: either `defaultBackend` or `rules` must be specified'],
  ],
  [
    'no type of path, and nothing more of it then',
    withPath({ pathType: null, backend: {} }),
    [`${AT}.pathType: Required value: pathType must be specified`],
  ],
  [
    'a path that leads up',
    withPath({ path: 'a/../b/..' }),
    [
      `${AT}.path: Invalid value: "a/../b/..": must be an absolute path`,
      `${AT}.path: Invalid value: "a/../b/..": must not contain '/../'`,
      `${AT}.path: Invalid value: "a/../b/..": cannot end with '/..'`,
    ],
  ],
  [
    'a type of path in small letters',
    withPath({ pathType: 'exact', path: 'a' }),
    [
      `${AT}.pathType: Unsupported value: "exact": supported values: "Exact", "ImplementationSpecific", "Prefix"`,
    ],
  ],
  [
    'a backend that is none',
    withPath({ backend: {} }),
    [`${AT}.backend: Invalid value: "": resource or service backend is required`],
  ],
  [
    'a backend that is two',
    withPath({ backend: { ...web, resource: { kind: 'B', name: 'b' } } }),
    [`${AT}.backend: Invalid value: "": cannot set both resource and service backends`],
  ],
  [
    'a port that is two',
    withPath({ backend: { service: { name: 'web', port: { number: 80, name: 'http' } } } }),
    [`${AT}.backend: Invalid value: "": cannot set both port name & port number`],
  ],
  [
    'no port',
    withPath({ backend: { service: { name: 'web' } } }),
    [`${AT}.backend: Required value: port name or number is required`],
  ],
  [
    'a resource without a name',
    withPath({ backend: { resource: { kind: 'a/b' } } }),
    [
      `${AT}.backend.resource.kind: Invalid value: "a/b": may not contain '/'`,
      `${AT}.backend.resource.name: Required value`,
    ],
  ],
  [
    'an address as a host',
    ingress({ rules: [{ host: '10.0.0.1' }] }),
    ['spec.rules[0].host: Invalid value: "10.0.0.1": must be a DNS name, not an IP address'],
  ],
  [
    'a wildcard inside a host',
    ingress({ rules: [{ host: 'a.*.example.com' }] }),
    [
      `spec.rules[0].host: Invalid value: "a.*.example.com": a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character (e.g. '*.example.com', regex used for validation is '\\*\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')`,
    ],
  ],
  [
    'two classes',
    ingress({ ingressClassName: 'nginx', defaultBackend: web }, { 'kubernetes.io/ingress.class': 'gce' }),
    [
      'annotations.kubernetes.io/ingress.class: Invalid value: "gce": must match `ingressClassName` when both are specified',
    ],
  ],
])('%s', (_, document, said) => {
  expect(judge(document).causes.map(({ field, message }) => `${field}: ${message}`)).toEqual(said)
})

it('warns of the old annotation', () => {
  expect(
    judge(ingress({ defaultBackend: web }, { 'kubernetes.io/ingress.class': 'nginx' })).warnings,
  ).toEqual([
    `annotation "kubernetes.io/ingress.class" is deprecated, please use 'spec.ingressClassName' instead`,
  ])
})
