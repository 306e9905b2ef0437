import fc from 'fast-check'
import { produce } from 'immer'
import { describe, expect, it } from 'vitest'
import { goldenManifests } from '../../golden/texts'
import { read } from '../yaml/read'
import type { Change } from './change'
import { containersIn } from './containers'
import * as containers from './edits/containers'
import * as env from './edits/env'
import * as files from './edits/files'
import * as ingress from './edits/ingress'
import * as labels from './edits/labels'
import * as list from './edits/list'
import * as objects from './edits/objects'
import * as ports from './edits/ports'
import * as services from './edits/services'
import { setValue } from './edits/setValue'
import * as volumes from './edits/volumes'
import { ENV_SOURCES } from './envSources'
import { FILE_LISTS, filesIn } from './files'
import { ingressPathAt } from './ingress'
import { isObject, type Json } from './json'
import { objectsIn } from './objects'
import { keyUsesIn } from './keyUses'
import { isWithin, valueAt, type Path } from './path'
import { referencesIn } from './references'
import { ROLES } from './roles'
import { labelsNear, selectedWorkloads } from './selectors'
import { SERVICE_TYPES, servicesIn } from './services'
import { textOf } from './shape'
import { projectionsIn, volumesIn } from './volumes'
import { VOLUME_SOURCES } from './volumeSources'
import { WORKLOAD_KINDS, workloadsIn } from './workloadKinds'

/*
 * Documents come from text anybody may type: views and edits must take whatever is there. Two families of documents:
 * real manifests with values of any shape put in at random places, and manifests made of the keys the code looks for.
 */

const MANIFESTS = goldenManifests().map(({ text }) => read(text).documents)

const WORDS = [
  'apiVersion', 'kind', 'metadata', 'name', 'namespace', 'labels', 'spec', 'template', 'jobTemplate', 'selector',
  'matchLabels', 'replicas', 'containers', 'initContainers', 'volumes', 'env', 'envFrom', 'ports', 'volumeMounts',
  'valueFrom', 'configMapKeyRef', 'fieldRef', 'emptyDir', 'projected', 'sources', 'items', 'downwardAPI', 'type',
  'clusterIP', 'restartPolicy', 'resourceFieldRef', 'containerName', 'imagePullSecrets', '1', '__proto__', 'toString',
] // prettier-ignore
const VALUES = [
  '',
  'a',
  'Always',
  'None',
  'NodePort',
  'Deployment',
  'Service',
  'Pod',
  'v1',
  'apps/v1',
  'web',
  'data',
]

const key = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.string() },
)
const leaf: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(...VALUES),
  fc.constantFrom<Json>(null, true, false, 0, 80, -1, 1.5),
)
const { json: anyJson } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('json'), { maxLength: 3 }),
    fc
      .array(fc.tuple(key, tie('json')), { maxLength: 4 })
      .map((entries): Json => Object.fromEntries(entries)),
  ),
}))

const workload = fc
  .tuple(fc.constantFrom(...WORKLOAD_KINDS), anyJson, anyJson, anyJson)
  .map(([row, podSpec, podMetadata, metadata]): Json => {
    const document: Json[] = [{ apiVersion: row.apiVersion, kind: row.kind, metadata }]
    setValue([0, ...row.podMetadata], podMetadata)(document)
    setValue([0, ...row.podSpec], podSpec)(document)
    return document[0] ?? null
  })
const anyDocuments = fc.array(fc.oneof(anyJson, workload), { maxLength: 3 })

/** Every path of the documents. */
function pathsOf(value: Json | readonly Json[], path: Path = []): Path[] {
  if (Array.isArray(value)) return [path, ...value.flatMap((item: Json, i) => pathsOf(item, [...path, i]))]
  if (!isObject(value)) return [path]
  return [path, ...Object.entries(value).flatMap(([name, item]) => pathsOf(item, [...path, name]))]
}

/** Takes documents and a number; gives one of their paths, or one that only might be there. */
function pick(documents: readonly Json[], seed: number): Path {
  const paths = pathsOf(documents)
  const path = paths[seed % paths.length] ?? []
  return seed % 7 === 0 ? [...path, seed % 2 === 0 ? (WORDS[seed % WORDS.length] ?? 0) : seed % 3] : path
}

/** A real manifest with up to five of its values replaced by anything, often by what an unfilled `- ` is: null. */
const brokenManifest = fc
  .tuple(
    fc.constantFrom(...MANIFESTS),
    fc.array(fc.tuple(fc.nat(), fc.oneof(fc.constant(null), anyJson)), { maxLength: 5 }),
  )
  .map(([documents, holes]) => {
    const broken = structuredClone(documents)
    for (const [seed, value] of holes) setValue(pick(broken, seed), value)(broken)
    return broken
  })

const someDocuments = fc.oneof(anyDocuments, brokenManifest)

function looked(documents: readonly Json[]): void {
  objectsIn(documents)
  servicesIn(documents)
  documents.forEach((document, index) => {
    for (const file of filesIn(documents, [index])) keyUsesIn(documents, [index], file.key)
    ingressPathAt(documents, [index, 'spec', 'rules', 0, 'http', 'paths', 0])
    selectedWorkloads(documents, [index], document)
    labelsNear(documents, [index], index % 2 === 0)
  })
  for (const { podSpec } of workloadsIn(documents)) {
    containersIn(documents, podSpec)
    referencesIn(documents, podSpec)
    for (const volume of volumesIn(documents, podSpec)) projectionsIn(documents, volume.path)
  }
}

/** Every edit, of a path, a text and a number. Those that need no such thing take what they need. */
const EDITS: Readonly<Record<string, (path: Path, text: string, number: number) => Change>> = {
  addContainer: (path, image, n) => containers.addContainer(path, ROLES[n % 3]?.role ?? 'app', { image }),
  duplicateContainer: containers.duplicateContainer,
  renameContainer: containers.renameContainer,
  removeContainer: containers.removeContainer,
  moveContainer: (path, _, n) => containers.moveContainer(path, n),
  setRole: (path, _, n) => containers.setRole(path, ROLES[n % 3]?.role ?? 'app'),
  setCommand: (path, text, n) => containers.setCommand(path, n % 2 === 0 ? [text] : []),
  setArgs: (path, text, n) => containers.setArgs(path, n % 2 === 0 ? [text] : []),
  addVolume: (path, _, n) => volumes.addVolume(path, VOLUME_SOURCES[n % VOLUME_SOURCES.length]?.id),
  renameVolume: volumes.renameVolume,
  setVolumeSource: (path, _, n) =>
    volumes.setVolumeSource(path, VOLUME_SOURCES[n % VOLUME_SOURCES.length]?.id ?? ''),
  removeVolume: volumes.removeVolume,
  moveVolume: (path, _, n) => volumes.moveVolume(path, n),
  mount: (path, text) => volumes.mount(path, text, '/x'),
  unmount: volumes.unmount,
  setMount: (path, text, n) => volumes.setMount(path, { name: text, subPath: text, readOnly: n % 2 === 0 }),
  addProjection: (path) => volumes.addProjection(path, 'secret'),
  removeProjection: volumes.removeProjection,
  addEnv: (path, text, n) => env.addEnv(path, text, ENV_SOURCES[n % ENV_SOURCES.length]?.id),
  setEnvSource: (path, _, n) => env.setEnvSource(path, ENV_SOURCES[n % ENV_SOURCES.length]?.id ?? 'literal'),
  renameEnv: env.renameEnv,
  moveEnv: (path, _, n) => env.moveEnv(path, n),
  removeEnv: env.removeEnv,
  addEnvFrom: (path, text) => env.addEnvFrom(path, 'configMapRef', text),
  setEnvFromSource: (path, _, n) => env.setEnvFromSource(path, n % 2 === 0 ? 'configMapRef' : 'secretRef'),
  moveEnvFrom: (path, _, n) => env.moveEnvFrom(path, n),
  removeEnvFrom: env.removeEnvFrom,
  addPort: (path, text, n) => ports.addPort(path, n % 2 === 0 ? { name: text, containerPort: n } : {}),
  setPort: (path, text, n) => ports.setPort(path, { name: text, protocol: text, hostPort: n }),
  renamePort: ports.renamePort,
  removePort: ports.removePort,
  setLabel: (path, text, n) => labels.setLabel(path, WORDS[n % WORDS.length] ?? '', text),
  renameLabel: (path, text, n) => labels.renameLabel(path, WORDS[n % WORDS.length] ?? '', text),
  removeLabel: (path, _, n) => labels.removeLabel(path, WORDS[n % WORDS.length] ?? ''),
  addService: (path) => services.addService(path),
  setServiceType: (path, _, n) => services.setServiceType(path, SERVICE_TYPES[n % 5]?.id ?? 'ClusterIP'),
  leaveServiceType: (path) => services.leaveServiceType(path),
  addServicePort: (path, text, n) =>
    services.addServicePort(path, n % 2 === 0 ? { name: text, port: n } : {}),
  setServicePort: (path, text, n) =>
    services.setServicePort(path, { name: text, targetPort: text, nodePort: n }),
  removeServicePort: services.removeServicePort,
  renameObject: objects.renameObject,
  setNamespace: objects.setNamespace,
  removeDocument: objects.removeDocument,
  setReplicas: (path, _, n) => objects.setReplicas(path, n % 2 === 0 ? n : undefined),
  addFile: (path, text, n) => files.addFile(path, text, new Uint8Array(n % 2 === 0 ? [] : [0, n])),
  setFileText: files.setFileText,
  setFileBytes: (path, _, n) => files.setFileBytes(path, new Uint8Array(n % 2 === 0 ? [n] : [0, n])),
  setFileList: (path, _, n) => {
    const lists = FILE_LISTS[n % 2 === 0 ? 'ConfigMap' : 'Secret']
    return (documents) => {
      for (const to of lists) files.setFileList(path, to)(documents)
      return undefined
    }
  },
  renameFile: files.renameFile,
  removeFile: files.removeFile,
  addIngressRule: ingress.addIngressRule,
  addIngressPath: ingress.addIngressPath,
  setBackendPort: ingress.setBackendPort,
  setValue: (path, text, n) => setValue(path, n % 2 === 0 ? text : undefined),
  moveItem: (path, _, n) => list.moveItem(path, n),
  removeItem: list.removeItem,
}

/** What an edit takes the address of. */
const TAKES: Readonly<Record<string, Kind>> = {
  addContainer: 'podSpec',
  duplicateContainer: 'container',
  renameContainer: 'container',
  removeContainer: 'container',
  moveContainer: 'container',
  setRole: 'container',
  setCommand: 'container',
  setArgs: 'container',
  addVolume: 'podSpec',
  renameVolume: 'volume',
  setVolumeSource: 'volume',
  removeVolume: 'volume',
  moveVolume: 'volume',
  mount: 'container',
  unmount: 'mount',
  setMount: 'mount',
  addProjection: 'volume',
  removeProjection: 'projection',
  addEnv: 'container',
  setEnvSource: 'env',
  renameEnv: 'env',
  moveEnv: 'env',
  removeEnv: 'env',
  addEnvFrom: 'container',
  setEnvFromSource: 'envFrom',
  moveEnvFrom: 'envFrom',
  removeEnvFrom: 'envFrom',
  addPort: 'container',
  setPort: 'port',
  renamePort: 'port',
  removePort: 'port',
  setLabel: 'labels',
  renameLabel: 'labels',
  removeLabel: 'labels',
  addService: 'document',
  setServiceType: 'service',
  leaveServiceType: 'service',
  addServicePort: 'service',
  setServicePort: 'servicePort',
  removeServicePort: 'servicePort',
  renameObject: 'document',
  setNamespace: 'document',
  removeDocument: 'document',
  setReplicas: 'document',
  addFile: 'document',
  setFileText: 'file',
  setFileBytes: 'file',
  setFileList: 'file',
  renameFile: 'file',
  removeFile: 'file',
  addIngressRule: 'document',
  addIngressPath: 'rule',
  setBackendPort: 'backend',
  setValue: 'any',
  moveItem: 'container',
  removeItem: 'any',
}

const text = fc.oneof(fc.constantFrom(...VALUES, ...WORDS), fc.string())

describe('views', () => {
  it('take anything', () => {
    fc.assert(fc.property(someDocuments, (documents) => looked(documents)))
  })
})

/** The lists whose items an edit is of, whatever those items are. */
const LISTS: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  container: ['containers', 'initContainers'],
  mount: ['volumeMounts'],
  env: ['env'],
  envFrom: ['envFrom'],
  port: ['ports'],
  servicePort: ['ports'],
  volume: ['volumes'],
  projection: ['sources'],
}

/** Takes documents and an edit; gives the addresses it is meant for, whatever is there. */
function meantFor(documents: readonly Json[], name: string): readonly Path[] {
  const kind = TAKES[name] ?? 'any'
  const lists = LISTS[kind]
  if (lists === undefined) return kind === 'any' ? [] : addressesIn(documents)[kind]
  return pathsOf(documents).filter(
    (path) => typeof path.at(-1) === 'number' && lists.includes(String(path.at(-2))),
  )
}

/** Takes documents, an edit and a number; gives an address to try it at: often one that is meant, else any. */
function addressFor(documents: readonly Json[], name: string, seed: number): Path {
  const meant = meantFor(documents, name)
  return (seed % 4 === 0 ? undefined : meant[seed % meant.length]) ?? pick(documents, seed)
}

describe('edits', () => {
  it('are all here', () => {
    const modules = [containers, env, files, ingress, labels, list, objects, ports, services, volumes]
    const made = modules.flatMap((module) => Object.keys(module))
    const notEdits = new Set(['podSpecOf', 'append', 'neighbourOf'])
    expect(made.filter((name) => !notEdits.has(name) && EDITS[name] === undefined)).toEqual([])
  })

  it.each(Object.entries(EDITS))('%s takes anything, and what it selects is there', (name, edit) => {
    fc.assert(
      fc.property(someDocuments, fc.nat(), text, fc.nat(40), (documents, seed, word, number) => {
        const change = edit(addressFor(documents, name, seed), word, number)
        const after = structuredClone(documents)
        const selected = change(after)
        looked(after)
        if (selected !== undefined) expect(valueAt(after, selected)).toBeDefined()
      }),
      { numRuns: 30 },
    )
  })

  it.each(Object.entries(EDITS))('%s takes whatever shape its own item, field or list has', (name, edit) => {
    for (const documents of MANIFESTS) {
      for (const address of meantFor(documents, name)) {
        const holes = [
          address,
          address.slice(0, -1),
          ...Object.keys(Object(valueAt(documents, address))).map((field) => [...address, field]),
        ]
        for (const hole of holes.filter((path) => path.length > 1)) {
          for (const shape of [null, 5, 'x', [], [null], {}]) {
            const after = structuredClone(documents)
            setValue(hole, shape)(after)
            for (const [number, word] of ['', 'x', 'y'].entries()) edit(address, word, number)(after)
            looked(after)
          }
        }
      }
    }
  })

  it.each(Object.entries(EDITS))(
    '%s does the same on a draft, and to the frozen original nothing',
    (name, edit) => {
      fc.assert(
        fc.property(brokenManifest, fc.nat(), text, fc.nat(40), (documents, seed, word, number) => {
          const change = edit(addressFor(documents, name, seed), word, number)
          const plain = structuredClone(documents)
          const before = structuredClone(documents)
          change(plain)
          const drafted = produce(documents, (draft) => {
            change(draft)
          })
          expect(drafted).toEqual(plain)
          expect(documents).toEqual(before)
        }),
        { numRuns: 30 },
      )
    },
  )
})

type Kind = keyof ReturnType<typeof addressesIn>

/** Takes documents; gives the addresses of everything an edit can be of. */
function addressesIn(documents: readonly Json[]) {
  const workloads = workloadsIn(documents)
  const pods = workloads.map(({ podSpec }) => podSpec)
  const all = pods.flatMap((podSpec) => containersIn(documents, podSpec))
  const found = servicesIn(documents)
  const volume = pods.flatMap((podSpec) => volumesIn(documents, podSpec).map(({ path }) => path))
  return {
    any: pathsOf(documents),
    document: documents.map((_, index): Path => [index]),
    podSpec: pods,
    container: all.map(({ path }) => path),
    mount: all.flatMap(({ mounts }) => mounts.map(({ path }) => path)),
    env: all.flatMap((container) => container.env.map(({ path }) => path)),
    envFrom: all.flatMap(({ envFrom }) => envFrom.map(({ path }) => path)),
    port: all.flatMap((container) => container.ports.map(({ path }) => path)),
    volume,
    projection: volume.flatMap((path) => projectionsIn(documents, path).map((projection) => projection.path)),
    labels: workloads.flatMap(({ podMetadata, selectorPath }): Path[] => [
      [...podMetadata, 'labels'],
      ...(selectorPath === null ? [] : [selectorPath]),
    ]),
    file: documents.flatMap((_, index) => filesIn(documents, [index]).map(({ path }) => path)),
    rule: pathsOf(documents).filter((path) => path.length === 4 && path[2] === 'rules'),
    backend: pathsOf(documents).filter((path) => /^(defaultB|b)ackend$/.test(String(path.at(-1)))),
    service: found.map(({ path }) => path),
    servicePort: found.flatMap((service) => service.ports.map(({ path }) => path)),
  }
}

/** Takes documents; gives them with a field no edit knows in every mapping that holds fields, and an unknown object behind. */
function withUnknowns(documents: readonly Json[]): Json[] {
  const sprinkled = structuredClone([...documents])
  for (const path of pathsOf(sprinkled)) {
    const value = valueAt(sprinkled, path)
    // A second key there would be a second source.
    const isUnion = path.at(-1) === 'valueFrom' || path.at(-2) === 'volumes' || path.at(-2) === 'sources'
    if (isObject(value) && !isUnion) value['unknownField'] = JSON.stringify(path)
  }
  return [...sprinkled, { apiVersion: 'example.com/v1', kind: 'Gizmo', spec: [{ containers: 1 }] }, null]
}

function unknownsIn(documents: readonly Json[]): string[] {
  return pathsOf(documents)
    .filter((path) => path.at(-1) === 'unknownField')
    .map((path) => textOf(valueAt(documents, path)))
}

/** The edits that take away what is at their address, or give it another meaning, with what was in it. */
const TAKES_AWAY = /^(remove|unmount|setValue|setVolumeSource|setEnvSource|setFile|renameFile)/

/** Takes an edit, its address and an unknown field that went; says whether the edit means that. */
function isMeant(name: string, address: Path, unknown: string): boolean {
  if (name === 'removeVolume' && /"volume(Mounts|Devices)"/.test(unknown)) return true
  const path: Path = [...JSON.parse(unknown), 'unknownField']
  return TAKES_AWAY.test(name) && isWithin(path, address)
}

describe('what an edit does not mean', () => {
  it.each(Object.entries(EDITS))('survives %s', (name, edit) => {
    fc.assert(
      fc.property(fc.constantFrom(...MANIFESTS), fc.nat(), fc.nat(40), (documents, seed, number) => {
        const before = withUnknowns(documents)
        const addresses = addressesIn(before)[TAKES[name] ?? 'any']
        const path = addresses[seed % addresses.length]
        fc.pre(path !== undefined && path.length > 0 && path[0] !== before.length - 2)
        const after = structuredClone(before)
        edit(path, 'fresh', number)(after)
        const there = new Set(unknownsIn(after))
        const lost = unknownsIn(before).filter((unknown) => !there.has(unknown))
        expect(lost.filter((unknown) => !isMeant(name, path, unknown))).toEqual([])
        expect(after.filter((document) => isObject(document) && document['kind'] === 'Gizmo')).toEqual([
          before.at(-2),
        ])
      }),
      { numRuns: 20 },
    )
  })
})
