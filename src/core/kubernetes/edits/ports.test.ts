import { describe, expect, it } from 'vitest'
import type { Json } from '../json'
import { valueAt, type Path } from '../path'
import { addPort, removePort, renamePort, setPort } from './ports'

const CONTAINER: Path = [0, 'spec', 'containers', 0]
const FIRST: Path = [...CONTAINER, 'ports', 0]

function pod(...containers: Json[]): Json {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'p', labels: { app: 'a' } },
    spec: { containers },
  }
}

function service(targetPort: Json, selector: Json = { app: 'a' }): Json {
  return { apiVersion: 'v1', kind: 'Service', spec: { selector, ports: [{ port: 80, targetPort }] } }
}

describe('addPort', () => {
  it('takes what is typed, or the first port from 8080 on that the pod has not', () => {
    const documents = [pod({ name: 'a' }, { ports: [{ containerPort: 8080 }] })]
    expect(addPort(CONTAINER, { containerPort: 80, name: 'http', protocol: 'TCP' })(documents)).toEqual(FIRST)
    addPort(CONTAINER)(documents)
    addPort(CONTAINER)(documents)
    expect(valueAt(documents, [...CONTAINER, 'ports'])).toEqual([
      { name: 'http', containerPort: 80, protocol: 'TCP' },
      { containerPort: 8081 },
      { containerPort: 8082 },
    ])
    expect(Object.keys(Object(valueAt(documents, FIRST)))).toEqual(['name', 'containerPort', 'protocol'])
  })
})

describe('setPort', () => {
  it('changes, leaves and removes', () => {
    const documents = [pod({ ports: [{ name: 'http', containerPort: 80, hostPort: 80, protocol: 'TCP' }] })]
    setPort(FIRST, { containerPort: 8080, hostPort: Number.NaN, protocol: '' })(documents)
    expect(documents).toEqual([pod({ ports: [{ name: 'http', containerPort: 8080 }] })])
    setPort(FIRST, { name: 'web' })(documents)
    expect(documents).toEqual([pod({ ports: [{ name: 'web', containerPort: 8080 }] })])
  })
})

describe('renamePort', () => {
  const container = (name: string, said: Json): Json => ({
    ports: [{ name, containerPort: 8080 }, { name: 'admin' }],
    livenessProbe: { httpGet: { port: said } },
    readinessProbe: { tcpSocket: { port: said } },
    startupProbe: { httpGet: { port: 'admin' } },
    lifecycle: { preStop: { httpGet: { port: said } } },
  })

  it.each<[string, string, Json]>([
    ['web', 'web', 'web'],
    ['http', 'http', 'http'],
    ['admin', 'http', 'http'],
  ])('to %s: the port is %s, and probes, hooks and Services say %s', (wanted, name, said) => {
    const documents = [pod(container('http', 'http')), service('http')]
    renamePort(FIRST, wanted)(documents)
    expect(documents).toEqual([pod(container(name, said)), service(said)])
  })

  it('to nothing: they say the number', () => {
    const documents = [pod({ ports: [{ name: 'http', containerPort: 8080 }] }), service('http')]
    renamePort(FIRST, '')(documents)
    expect(documents).toEqual([pod({ ports: [{ containerPort: 8080 }] }), service(8080)])
  })

  it('leaves Services that select other pods, say numbers, or mean another container', () => {
    const others = [service('http', { app: 'b' }), service(8080)]
    const documents = [pod({ ports: [{ name: 'http', containerPort: 8080 }] }), ...structuredClone(others)]
    renamePort(FIRST, 'web')(documents)
    expect(documents.slice(1)).toEqual(others)
    const two = [pod({ ports: [{ name: 'http' }] }, { ports: [{ name: 'http' }] }), service('http')]
    renamePort(FIRST, 'web')(two)
    expect(two[1]).toEqual(service('http'))
  })
})

describe('removePort', () => {
  it('takes ports along with the last one', () => {
    const documents = [pod({ name: 'a', ports: [{ containerPort: 1 }, { containerPort: 2 }] })]
    expect(removePort(FIRST)(documents)).toEqual(FIRST)
    expect(removePort(FIRST)(documents)).toEqual(CONTAINER)
    expect(documents).toEqual([pod({ name: 'a' })])
  })
})
