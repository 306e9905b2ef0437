import { describe, expect, it } from 'vitest'
import { addIngressPath, addIngressRule, setBackendPort } from '../kubernetes/edits/ingress'
import { ingressPathAt, targetPortProblem } from '../kubernetes/ingress'
import type { Json, JsonObject } from '../kubernetes/json'
import type { Path } from '../kubernetes/path'
import { ingressPathInWords } from './ingressInWords'

const AT: Path = [0, 'spec', 'rules', 0, 'http', 'paths', 0]
const BACKEND = [...AT, 'backend']

const web: Json = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web' },
  spec: { ports: [{ name: 'http', port: 80 }, { port: 81 }] },
}
const ingress = (spec: JsonObject): Json => ({ apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', spec })
const withPath = (path: Json, host?: string, tls: Json = []): Json[] => [
  ingress({ tls, rules: [{ ...(host === undefined ? {} : { host }), http: { paths: [path] } }] }),
  web,
]
const to = (name: string, port: Json): Json => ({ service: { name, port } })

describe('where requests go', () => {
  it.each<[Json[], string]>([
    [
      withPath({ path: '/', pathType: 'Prefix', backend: to('web', { number: 80 }) }, 'shop.example.com'),
      'Everything at http://shop.example.com goes to Service web, port 80.',
    ],
    [
      withPath({ path: '/api', pathType: 'Prefix', backend: to('web', { name: 'http' }) }, 'a.example.com', [
        { hosts: ['*.example.com'] },
      ]),
      'https://a.example.com/api and all below it goes to Service web, port http.',
    ],
    [
      withPath({ path: '/api', pathType: 'Exact', backend: to('db', {}) }, undefined, [{ hosts: ['x'] }]),
      'http://(any host)/api, exactly, goes to Service db (not in this design).',
    ],
    [
      withPath({ path: '/api', pathType: 'ImplementationSpecific', backend: { resource: {} } }, undefined, [
        {},
      ]),
      'https://(any host)/api, as the controller reads it, goes to another object.',
    ],
    [withPath({ path: '/x', pathType: 5 }), 'http://(any host)/x goes to no Service yet.'],
    [withPath(null), 'http://(any host) goes to no Service yet.'],
    [[], 'http://(any host) goes to no Service yet.'],
  ])('%#: %s', (documents, words) => {
    expect(ingressPathInWords(ingressPathAt(documents, AT))).toBe(words)
  })
})

describe('the port', () => {
  it.each([
    ['http', null],
    ['80', null],
    ['81', null],
    ['', null],
    ['82', 'Service web has no port 82.'],
  ])('%j', (text, problem) => {
    const documents = withPath({ backend: to('web', { name: 'old', number: 1 }) })
    setBackendPort(BACKEND, text)(documents)
    const { target } = ingressPathAt(documents, AT)
    expect(target.port).toBe(text)
    expect(targetPortProblem(target)).toBe(problem)
  })

  it('is made where there is none, and no name and number together', () => {
    const documents = withPath({ backend: {} })
    setBackendPort(BACKEND, 'http')(documents)
    setBackendPort(BACKEND, '80')(documents)
    expect(documents).toEqual(withPath({ backend: { service: { port: { number: 80 } } } }))
  })
})

describe('adding', () => {
  it('leads to the first Service of the namespace', () => {
    const documents = [ingress({}), { ...Object(web), metadata: { name: 'far', namespace: 'other' } }, web]
    expect(addIngressRule([0])(documents)).toEqual([0, 'spec', 'rules', 0])
    expect(addIngressPath([0, 'spec', 'rules', 0])(documents)).toEqual([...AT.slice(0, -1), 1])
    const path = { path: '/', pathType: 'Prefix', backend: to('web', { name: 'http' }) }
    expect(documents[0]).toEqual(ingress({ rules: [{ http: { paths: [path, path] } }] }))
  })

  it('leads nowhere yet where there is none', () => {
    const documents = [ingress({})]
    addIngressRule([0])(documents)
    expect(ingressPathInWords(ingressPathAt(documents, AT))).toBe(
      'Everything at http://(any host) goes to no Service yet.',
    )
  })
})
