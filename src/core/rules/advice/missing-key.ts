import type { FilesKind } from '../../kubernetes/files'
import { filesIn } from '../../kubernetes/files'
import { isObject, type Json } from '../../kubernetes/json'
import { valueAt, type Path } from '../../kubernetes/path'
import { field, itemsOf, textOf } from '../../kubernetes/shape'
import { projectionsIn } from '../../kubernetes/volumes'
import type { Advice, Finding } from './advice'
import type { Design } from './design/design'
import { objectText, podText, together } from './design/examples'
import type { Pod } from './design/pod'

const USING = (key: string): string =>
  together(
    objectText('v1', 'ConfigMap', 'shop', 'data: { mode: fast }'),
    podText(`
containers:
- name: app
  image: example.com/shop:1.4
  env:
  - name: MODE
    valueFrom:
      configMapKeyRef: { name: shop, key: ${key} }
`),
  )

/** A key that the ConfigMap or Secret of the design does not have. */
export const missingKey: Advice = {
  id: 'missing-key',
  level: 'error',
  title: 'Key that is not there',
  why: 'The object is there, and has no such key. The container is not started: CreateContainerConfigError, or ContainerCreating for a volume.',
  mend: 'Write a key that the object has, or add it there.',
  docs: 'https://kubernetes.io/docs/concepts/configuration/configmap/',
  bad: USING('moode'),
  good: USING('mode'),
  check: (design) =>
    design.pods.flatMap((pod) => usesOf(design, pod).flatMap((use) => faultsOf(design, pod, use))),
}

/** A key that is asked for by name. */
interface Use {
  readonly kind: FilesKind
  readonly name: string
  readonly key: string
  readonly path: Path
}

const BY_ENV: Readonly<Record<string, FilesKind>> = { configMapKeyRef: 'ConfigMap', secretKeyRef: 'Secret' }
const BY_VOLUME: Readonly<Record<string, FilesKind>> = { configMap: 'ConfigMap', secret: 'Secret' }

function usesOf({ documents }: Design, pod: Pod): readonly Use[] {
  const variables = pod.containers.flatMap(({ env }) =>
    env.flatMap(({ sourceId, value, valuePath }): Use[] => {
      const kind = Object.hasOwn(BY_ENV, sourceId) ? BY_ENV[sourceId] : undefined
      if (kind === undefined || field(value, 'optional') === true) return []
      const use = { kind, name: textOf(field(value, 'name')), key: textOf(field(value, 'key')) }
      return [{ ...use, path: [...valuePath, 'key'] }]
    }),
  )
  const files = pod.volumes.flatMap((volume) =>
    volume.sourceId === 'projected'
      ? projectionsIn(documents, volume.path).flatMap(({ path, sourceId, value }) =>
          itemUses([...path, sourceId], sourceId, value),
        )
      : itemUses([...volume.path, volume.sourceId], volume.sourceId, volume.value),
  )
  return [...variables, ...files]
}

function itemUses(path: Path, sourceId: string, value: Json): readonly Use[] {
  const kind = Object.hasOwn(BY_VOLUME, sourceId) ? BY_VOLUME[sourceId] : undefined
  if (kind === undefined || field(value, 'optional') === true) return []
  const name = textOf(field(value, 'secretName')) || textOf(field(value, 'name'))
  return itemsOf(field(value, 'items')).flatMap((item, index) =>
    isObject(item)
      ? [{ kind, name, key: textOf(field(item, 'key')), path: [...path, 'items', index, 'key'] }]
      : [],
  )
}

function faultsOf(design: Design, { workload }: Pod, { kind, name, key, path }: Use): readonly Finding[] {
  const object = name === '' || key === '' ? null : design.named(kind, name, workload.namespace)
  // The cluster fills a token in by itself.
  if (object === null || textOf(valueAt(design.documents, [...object.path, 'type'])).endsWith('-token'))
    return []
  const keys = filesIn(design.documents, object.path).map((file) => file.key)
  if (keys.includes(key)) return []
  const has = keys.length === 0 ? 'it has none' : `it has ${keys.slice(0, 5).join(', ')}`
  return [{ path, message: `${kind} ${name} has no key ${key}; ${has}` }]
}
