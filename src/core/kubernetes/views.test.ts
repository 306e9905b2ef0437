import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { read } from '../yaml/read'
import { containerAt, containerPathOf, containersIn } from './containers'
import { envVarAt } from './env'
import type { Json } from './json'
import { formatPath, valueAt } from './path'
import { referencesIn } from './references'
import { roleOf, roleRow, ROLES } from './roles'
import { servicesIn } from './services'
import { mountsOfPod, projectionsIn, volumesIn } from './volumes'
import { workloadsIn } from './workloadKinds'

/*
 * The views, on manifests an API server accepted: what is seen of them is what they say.
 */

function manifest(name: string): Json[] {
  return read(readFileSync(`src/golden/manifests/${name}.yaml`, 'utf8')).documents
}

const everything = manifest('everything-deployment')
const podSpec = workloadsIn(everything)[0]?.podSpec ?? []

describe('containersIn', () => {
  const containers = containersIn(everything, podSpec)

  it('gives them in run order, with their roles and addresses', () => {
    expect(containers.map(({ name, role, path }) => [name, role, formatPath(path)])).toEqual([
      ['migrate', 'init', 'spec.template.spec.initContainers[0]'],
      ['proxy', 'sidecar', 'spec.template.spec.initContainers[1]'],
      ['app', 'app', 'spec.template.spec.containers[0]'],
      ['log-shipper', 'app', 'spec.template.spec.containers[1]'],
    ])
  })

  it('gives ports, command, args, mounts', () => {
    const app = containers[2]
    expect(app?.image).toBe('registry.example.com/shop/app:2.0.1')
    expect(app?.command).toEqual(['/app/server'])
    expect(app?.args).toEqual(['--listen=$(POD_IP):8080', '--zone=$(ZONE)'])
    expect(app?.ports.map(({ name, containerPort, protocol }) => [name, containerPort, protocol])).toEqual([
      ['http', 8080, 'TCP'],
      ['metrics', 9090, 'TCP'],
    ])
    expect(
      app?.mounts.map((mount) => [mount.volumeName, mount.mountPath, mount.readOnly, mount.subPath]),
    ).toEqual([
      ['tmp', '/tmp', false, ''],
      ['config', '/etc/app/app.yaml', true, 'app.yaml'],
      ['data', '/data', false, ''],
      ['identity', '/var/run/identity', true, ''],
    ])
    expect(app?.mounts[2]?.subPathExpr).toBe('$(ZONE)')
  })

  it('gives env and envFrom with what each points at, and where its value is', () => {
    const app = containers[2]
    expect(app?.env.map(({ name, sourceId, summary }) => [name, sourceId, summary])).toEqual([
      ['ZONE', 'literal', 'eu-1'],
      ['POD_IP', 'fieldRef', 'status.podIP'],
      ['TEAM', 'fieldRef', "metadata.labels['app']"],
      ['CPU_LIMIT', 'resourceFieldRef', 'app / limits.cpu'],
      ['LEVEL', 'configMapKeyRef', 'app-config / level'],
      ['PASSWORD', 'secretKeyRef', 'app-secret / password'],
    ])
    for (const variable of app?.env ?? [])
      expect(valueAt(everything, variable.valuePath)).toEqual(variable.value)
    expect(
      app?.envFrom.map(({ source, name, prefix, optional }) => [source?.id, name, prefix, optional]),
    ).toEqual([
      ['configMapRef', 'app-config', 'APP_', true],
      ['secretRef', 'app-secret', '', false],
    ])
  })

  it('finds one container, and the one a path lies in', () => {
    const path = [...podSpec, 'containers', 0]
    expect(containerAt(everything, path)?.name).toBe('app')
    expect(containerPathOf([...path, 'env', 2, 'name'])).toEqual(path)
    expect(containerPathOf(podSpec)).toBeNull()
    expect(containerAt(everything, podSpec)).toBeNull()
    expect(containerAt(everything, [...podSpec, 'containers', 9])).toBeNull()
    expect(envVarAt(everything, [...path, 'env', 1])?.name).toBe('POD_IP')
    expect(envVarAt(everything, path)).toBeNull()
  })
})

describe('volumesIn', () => {
  it('gives source, value and mounts', () => {
    const volumes = volumesIn(everything, podSpec)
    expect(volumes.map(({ name, sourceId, source }) => [name, sourceId, source?.concept])).toEqual([
      ['tmp', 'emptyDir', 'volume'],
      ['config', 'configMap', 'configmap'],
      ['data', 'persistentVolumeClaim', 'claim'],
      ['identity', 'projected', 'volume'],
    ])
    expect(volumes[0]?.mounts.map((mount) => [mount.containerName, mount.mountPath, mount.readOnly])).toEqual(
      [
        ['app', '/tmp', false],
        ['log-shipper', '/logs', true],
      ],
    )
    expect(projectionsIn(everything, volumes[3]?.path ?? []).map(({ sourceId }) => sourceId)).toEqual([
      'serviceAccountToken',
      'downwardAPI',
      'configMap',
      'secret',
    ])
  })

  it('shows sources without a form by their key', () => {
    const documents = manifest('volumes-pod')
    const other = volumesIn(documents, [0, 'spec']).filter(({ source }) => source === null)
    expect(other.map(({ sourceId }) => sourceId)).toEqual(['nfs', 'csi', 'ephemeral', 'iscsi', 'fc', 'image'])
  })

  it('gives mounts of volumes that are not there', () => {
    const documents: Json[] = [
      { spec: { containers: [{ name: 'a', volumeMounts: [{ name: 'gone', mountPath: '/x' }] }] } },
    ]
    expect(mountsOfPod(documents, [0, 'spec']).map(({ volumeName }) => volumeName)).toEqual(['gone'])
    expect(volumesIn(documents, [0, 'spec'])).toEqual([])
  })
})

describe('referencesIn', () => {
  it('gives every use of things outside the pod', () => {
    const uses = referencesIn(everything, podSpec).map(
      ({ kind, name, optional }) => `${kind} ${name}${optional ? '?' : ''}`,
    )
    expect(uses).toEqual([
      'Secret db',
      'DownwardAPI ',
      'DownwardAPI ',
      'DownwardAPI ',
      'ConfigMap app-config',
      'Secret app-secret',
      'ConfigMap app-config?',
      'Secret app-secret',
      'ConfigMap app-config',
      'PersistentVolumeClaim data',
      'DownwardAPI ',
      'ConfigMap ca-bundle?',
      'Secret extra',
      'Secret registry?',
    ])
  })
})

describe('servicesIn', () => {
  it.each([
    [
      'services',
      [
        ['web', 'ClusterIP'],
        ['edge', 'LoadBalancer'],
        ['node', 'NodePort'],
        ['outside', 'ExternalName'],
      ],
    ],
    ['statefulset', [['db', 'headless']]],
  ])('%s', (name, expected) => {
    expect(servicesIn(manifest(name)).map((service) => [service.name, service.type?.id])).toEqual(expected)
  })

  it('gives ports with targets by number and by name', () => {
    const [web] = servicesIn(manifest('services'))
    expect(
      web?.ports.map(({ name, port, targetPort, protocol }) => [name, port, targetPort, protocol]),
    ).toEqual([
      ['http', 80, 'http', 'TCP'],
      ['dns', 53, 5353, 'UDP'],
    ])
  })

  const deployment = (labels: Json, namespace?: string): Json => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: namespace === undefined ? {} : { namespace },
    spec: { template: { metadata: { labels } } },
  })
  const service = (spec: Json, namespace?: string): Json => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: namespace === undefined ? {} : { namespace },
    spec,
  })

  it.each<[string, Json, Json, boolean]>([
    ['equal labels', deployment({ app: 'a' }), service({ selector: { app: 'a' } }), true],
    ['a subset', deployment({ app: 'a', tier: 'b' }), service({ selector: { app: 'a' } }), true],
    ['another value', deployment({ app: 'a' }), service({ selector: { app: 'b' } }), false],
    ['one label too many', deployment({ app: 'a' }), service({ selector: { app: 'a', tier: 'b' } }), false],
    ['an empty selector', deployment({ app: 'a' }), service({ selector: {} }), false],
    ['no selector', deployment({ app: 'a' }), service({}), false],
    [
      'ExternalName',
      deployment({ app: 'a' }),
      service({ type: 'ExternalName', selector: { app: 'a' } }),
      false,
    ],
    [
      'default said and unsaid',
      deployment({ app: 'a' }, 'default'),
      service({ selector: { app: 'a' } }),
      true,
    ],
    ['another namespace', deployment({ app: 'a' }, 'shop'), service({ selector: { app: 'a' } }), false],
    ['a selector of the wrong shape', deployment({ app: 'a' }), service({ selector: 'app' }), false],
  ])('selects by %s', (_, workload, selecting, found) => {
    expect(servicesIn([workload, selecting])[0]?.selects).toEqual(found ? [[0]] : [])
  })

  it('knows no type it does not know, and no Service of another group', () => {
    expect(servicesIn([service({ type: 'Loadbalancer' })])[0]?.type).toBeNull()
    expect(servicesIn([{ apiVersion: 'serving.knative.dev/v1', kind: 'Service' }])).toEqual([])
  })
})

describe('roles', () => {
  it.each(ROLES)('$role is read as it is written', (row) => {
    const container: Json = row.restartPolicy === null ? {} : { restartPolicy: row.restartPolicy }
    expect(roleOf(row.list, container)).toBe(row.role)
    expect(roleRow(row.role)).toBe(row)
  })

  it('an app container with restartPolicy is an app container', () => {
    expect(roleOf('containers', { restartPolicy: 'Always' })).toBe('app')
  })
})

describe('a name or an image that YAML reads as a number', () => {
  const [pod] = read(
    'kind: Pod\nspec:\n  containers: [{ name: 1, image: 1.5, volumeMounts: [{ name: 2, mountPath: /a }] }]\n  volumes: [{ name: 2 }]\n',
  ).documents
  const documents = pod === undefined ? [] : [pod]

  it('is seen as it reads', () => {
    const [container] = containersIn(documents, [0, 'spec'])
    expect([container?.name, container?.image]).toEqual(['1', '1.5'])
    const [volume] = volumesIn(documents, [0, 'spec'])
    expect(volume?.name).toBe('2')
    expect(volume?.mounts.map(({ containerName, mountPath }) => [containerName, mountPath])).toEqual([
      ['1', '/a'],
    ])
  })
})
