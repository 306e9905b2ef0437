import { describe, expect, it } from 'vitest'
import type { Json } from '../json'
import { valueAt, type Path } from '../path'
import { VOLUME_SOURCES } from '../volumeSources'
import {
  addProjection,
  addVolume,
  mount,
  moveVolume,
  removeProjection,
  removeVolume,
  renameVolume,
  setMount,
  setVolumeSource,
  unmount,
} from './volumes'

const SPEC: Path = [0, 'spec']
const FIRST: Path = [0, 'spec', 'volumes', 0]
const CONTAINER: Path = [0, 'spec', 'containers', 0]

function pod(spec: Json): Json[] {
  return [{ apiVersion: 'v1', kind: 'Pod', spec }]
}

describe('addVolume', () => {
  it.each(VOLUME_SOURCES)('adds a $id with its proposed name', ({ id, name, blank }) => {
    const documents = pod({})
    expect(addVolume(SPEC, id)(documents)).toEqual(FIRST)
    expect(documents).toEqual(pod({ volumes: [{ name, [id]: blank() }] }))
  })

  it('takes a fresh name, or the name given', () => {
    const documents = pod({ volumes: [{ name: 'data' }] })
    addVolume(SPEC)(documents)
    addVolume(SPEC, 'configMap', 'settings')(documents)
    expect(valueAt(documents, [0, 'spec', 'volumes'])).toEqual([
      { name: 'data' },
      { name: 'data-2', emptyDir: {} },
      { name: 'settings', configMap: { name: '' } },
    ])
  })

  it('knows no source that is in no table', () => {
    const documents = pod({})
    expect(addVolume(SPEC, 'nfs')(documents)).toBeUndefined()
    expect(documents).toEqual(pod({}))
  })
})

const using = (name: string): Json => ({
  initContainers: [{ volumeMounts: [{ name, mountPath: '/i' }] }],
  containers: [
    {
      volumeMounts: [
        { name, mountPath: '/a' },
        { name: 'other', mountPath: '/o' },
      ],
      volumeDevices: [{ name, devicePath: '/dev/x' }],
      env: [{ name: 'E', valueFrom: { fileKeyRef: { volumeName: name, path: 'p', key: 'k' } } }],
    },
  ],
  volumes: [{ name, emptyDir: {} }, { name: 'other' }],
})

describe('renameVolume', () => {
  it.each([
    ['logs', 'logs'],
    ['data', 'data'],
    ['', ''],
    ['other', 'data'],
  ])('to %s: it and its uses say %s', (wanted, got) => {
    const documents = pod(using('data'))
    renameVolume(FIRST, wanted)(documents)
    expect(documents).toEqual(pod(using(got)))
  })

  it('typing through a taken name ties no mount to the wrong volume', () => {
    const documents = pod({
      containers: [{ volumeMounts: [{ name: 'data' }, { name: 'data-2' }] }],
      volumes: [{ name: 'data' }, { name: 'data-2' }],
    })
    for (const text of ['data-', 'data', 'dat', 'l', 'logs'])
      renameVolume([0, 'spec', 'volumes', 1], text)(documents)
    expect(documents).toEqual(
      pod({
        containers: [{ volumeMounts: [{ name: 'data' }, { name: 'logs' }] }],
        volumes: [{ name: 'data' }, { name: 'logs' }],
      }),
    )
  })

  it('of two volumes of one name, renames one and leaves the mounts', () => {
    const documents = pod({
      containers: [{ volumeMounts: [{ name: 'a' }] }],
      volumes: [{ name: 'a' }, { name: 'a' }],
    })
    renameVolume(FIRST, 'b')(documents)
    expect(documents).toEqual(
      pod({ containers: [{ volumeMounts: [{ name: 'a' }] }], volumes: [{ name: 'b' }, { name: 'a' }] }),
    )
  })
})

describe('removeVolume', () => {
  it('takes its mounts and devices along, and the lists that they were alone in', () => {
    const documents = pod(using('data'))
    expect(removeVolume(FIRST)(documents)).toEqual(FIRST)
    expect(documents).toEqual(
      pod({
        initContainers: [{}],
        containers: [
          {
            volumeMounts: [{ name: 'other', mountPath: '/o' }],
            env: [{ name: 'E', valueFrom: { fileKeyRef: { volumeName: 'data', path: 'p', key: 'k' } } }],
          },
        ],
        volumes: [{ name: 'other' }],
      }),
    )
  })

  it('takes volumes along with the last one', () => {
    const documents = pod({ containers: [], volumes: [{ name: 'a' }] })
    expect(removeVolume(FIRST)(documents)).toEqual(SPEC)
    expect(documents).toEqual(pod({ containers: [] }))
  })
})

describe('setVolumeSource', () => {
  it.each<[Json, string, Json]>([
    [{ name: 'v', emptyDir: { medium: 'Memory' } }, 'configMap', { name: 'v', configMap: { name: '' } }],
    [
      {
        name: 'v',
        configMap: { name: 'c', items: [{ key: 'k', path: 'p' }], defaultMode: 256, optional: true },
      },
      'secret',
      {
        name: 'v',
        secret: { secretName: 'c', items: [{ key: 'k', path: 'p' }], defaultMode: 256, optional: true },
      },
    ],
    [{ name: 'v', secret: { secretName: 's' } }, 'configMap', { name: 'v', configMap: { name: 's' } }],
    [{ name: 'v', nfs: { server: 's', path: '/x' } }, 'emptyDir', { name: 'v', emptyDir: {} }],
    [{ name: 'v' }, 'emptyDir', { name: 'v', emptyDir: {} }],
    [
      { name: 'v', emptyDir: { sizeLimit: '1Gi' } },
      'emptyDir',
      { name: 'v', emptyDir: { sizeLimit: '1Gi' } },
    ],
    [{ name: 'v', emptyDir: null }, 'nothing', { name: 'v', emptyDir: null }],
    [
      { name: 'v', downwardAPI: { items: [{ path: 'p' }], defaultMode: 256 } },
      'configMap',
      { name: 'v', configMap: { name: '', defaultMode: 256 } },
    ],
  ])('%j as %s', (before, source, after) => {
    const documents = pod({ volumes: [structuredClone(before)] })
    setVolumeSource(FIRST, source)(documents)
    expect(documents).toEqual(pod({ volumes: [after] }))
  })

  it('stays in its place', () => {
    const documents = pod({ volumes: [{ emptyDir: {}, name: 'v' }] })
    setVolumeSource(FIRST, 'hostPath')(documents)
    expect(Object.keys(Object(valueAt(documents, FIRST)))).toEqual(['hostPath', 'name'])
  })
})

describe('mounts', () => {
  it('mount adds, setMount changes, unmount removes and takes the list along', () => {
    const documents = pod({ containers: [{ name: 'a' }] })
    const path = mount(CONTAINER, 'data', '/x', { readOnly: true, subPath: 's' })(documents) ?? []
    expect(path).toEqual([...CONTAINER, 'volumeMounts', 0])
    expect(valueAt(documents, path)).toEqual({ name: 'data', mountPath: '/x', subPath: 's', readOnly: true })
    setMount(path, { mountPath: '/y', readOnly: false, subPath: '' })(documents)
    expect(valueAt(documents, path)).toEqual({ name: 'data', mountPath: '/y' })
    setMount(path, { readOnly: true, subPath: 't', name: 'other' })(documents)
    expect(Object.entries(Object(valueAt(documents, path)))).toEqual([
      ['name', 'other'],
      ['mountPath', '/y'],
      ['subPath', 't'],
      ['readOnly', true],
    ])
    expect(unmount(path)(documents)).toEqual(CONTAINER)
    expect(documents).toEqual(pod({ containers: [{ name: 'a' }] }))
  })

  it('mount does nothing in a container that is not there', () => {
    const documents = pod({ containers: [] })
    expect(mount(CONTAINER, 'data', '/x')(documents)).toBeUndefined()
    expect(documents).toEqual(pod({ containers: [] }))
  })
})

describe('the rest', () => {
  it('moveVolume', () => {
    const documents = pod({ volumes: [{ name: 'a' }, { name: 'b' }] })
    expect(moveVolume(FIRST, 1)(documents)).toEqual([0, 'spec', 'volumes', 1])
    expect(documents).toEqual(pod({ volumes: [{ name: 'b' }, { name: 'a' }] }))
  })

  it('addProjection and removeProjection', () => {
    const documents = pod({ volumes: [{ name: 'p', projected: { sources: [{ podCertificate: {} }] } }] })
    const path = addProjection(FIRST, 'serviceAccountToken')(documents) ?? []
    expect(valueAt(documents, path)).toEqual({ serviceAccountToken: { path: 'token' } })
    removeProjection(path)(documents)
    removeProjection([...path.slice(0, -1), 0])(documents)
    expect(documents).toEqual(pod({ volumes: [{ name: 'p', projected: { sources: [] } }] }))
  })
})

describe('a volume whose name YAML reads as a number', () => {
  const numbered = (): Json[] =>
    pod({ volumes: [{ name: 1 }], containers: [{ name: 'a', volumeMounts: [{ name: 1, mountPath: '/a' }] }] })

  it('is renamed to a text, and its mounts follow', () => {
    const documents = numbered()
    renameVolume(FIRST, '1')(documents)
    expect(valueAt(documents, FIRST)).toEqual({ name: '1' })
    expect(valueAt(documents, [...CONTAINER, 'volumeMounts', 0, 'name'])).toBe('1')
  })

  it('is removed with its mounts', () => {
    const documents = numbered()
    removeVolume(FIRST)(documents)
    expect(valueAt(documents, CONTAINER)).toEqual({ name: 'a' })
  })
})
