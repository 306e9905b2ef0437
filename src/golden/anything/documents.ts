import fc from 'fast-check'
import { setValue } from '../../core/kubernetes/edits/setValue'
import { isObject, type Json } from '../../core/kubernetes/json'
import type { Path } from '../../core/kubernetes/path'
import { WORKLOAD_KINDS } from '../../core/kubernetes/workloadKinds'
import { read } from '../../core/yaml/read'
import { goldenManifests } from '../texts'

/*
 * Documents come from text anybody may type: views and edits must take whatever is there. Two families of documents:
 * real manifests with values of any shape put in at random places, and manifests made of the keys the code looks for.
 */

/** Real manifests, each as its documents. */
export const MANIFESTS = goldenManifests().map(({ text }) => read(text).documents)

/** Keys that the code looks for, and some that it must not trip over. */
export const WORDS = [
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

/** Takes documents, or a part of one; gives the path of everything in them. */
export function pathsOf(value: Json | readonly Json[], path: Path = []): Path[] {
  if (Array.isArray(value)) return [path, ...value.flatMap((item: Json, i) => pathsOf(item, [...path, i]))]
  if (!isObject(value)) return [path]
  return [path, ...Object.entries(value).flatMap(([name, item]) => pathsOf(item, [...path, name]))]
}

/** Takes documents and a number; gives one of their paths, or one that only might be there. */
export function pick(documents: readonly Json[], seed: number): Path {
  const paths = pathsOf(documents)
  const path = paths[seed % paths.length] ?? []
  return seed % 7 === 0 ? [...path, seed % 2 === 0 ? (WORDS[seed % WORDS.length] ?? 0) : seed % 3] : path
}

/** A real manifest with up to five of its values replaced by anything, often by what an unfilled `- ` is: null. */
export const brokenManifest = fc
  .tuple(
    fc.constantFrom(...MANIFESTS),
    fc.array(fc.tuple(fc.nat(), fc.oneof(fc.constant(null), anyJson)), { maxLength: 5 }),
  )
  .map(([documents, holes]) => {
    const broken = structuredClone(documents)
    for (const [seed, value] of holes) setValue(pick(broken, seed), value)(broken)
    return broken
  })

/** Documents of both families. */
export const someDocuments = fc.oneof(anyDocuments, brokenManifest)

/** A text that a field may get: one that means something somewhere, or any. */
export const someText = fc.oneof(fc.constantFrom(...VALUES, ...WORDS), fc.string())
