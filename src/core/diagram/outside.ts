import type { Json } from '../kubernetes/json'
import { objectsIn, sameNamespace } from '../kubernetes/objects'
import type { Path } from '../kubernetes/path'
import { isService } from '../kubernetes/services'
import { field, itemsOf, labelsOf, textOf } from '../kubernetes/shape'
import { isCoreGroup, workloadKindOf } from '../kubernetes/workloadKinds'
import { shownName, type DiagramConcept, type ObjectNode } from './node'

/** Kinds with a look of their own; every other kind is a plain object. */
const CONCEPTS: Readonly<Record<string, DiagramConcept>> = {
  ConfigMap: 'configmap',
  Secret: 'secret',
  PersistentVolumeClaim: 'claim',
}

function conceptOf(kind: string): DiagramConcept {
  return Object.hasOwn(CONCEPTS, kind) ? (CONCEPTS[kind] ?? 'object') : 'object'
}

function keysLine(...maps: readonly (Json | undefined)[]): readonly string[] {
  const keys = maps.flatMap((map) => (typeof map === 'object' && map !== null ? Object.keys(map) : []))
  return keys.length === 0 ? [] : [keys.length === 1 ? (keys[0] ?? '') : `${keys.length} keys`]
}

/** What the second line of an object of that kind says. */
const DETAILS: Readonly<Record<string, (document: Json) => readonly string[]>> = {
  ConfigMap: (document) => keysLine(field(document, 'data'), field(document, 'binaryData')),
  Secret: (document) => keysLine(field(document, 'stringData'), field(document, 'data')),
  PersistentVolumeClaim: (document) => {
    const spec = field(document, 'spec')
    const storage = textOf(field(field(field(spec, 'resources'), 'requests'), 'storage'))
    return [storage, ...itemsOf(field(spec, 'accessModes')).map(textOf)].filter((text) => text !== '')
  },
}

function detailsOf(kind: string, document: Json): readonly string[] {
  return (Object.hasOwn(DETAILS, kind) ? DETAILS[kind]?.(document) : undefined) ?? []
}

/** An object that something inside a pod names. */
export interface Named {
  readonly kind: string
  readonly name: string
  readonly namespace: string
}

/** The things outside the pods, found or made as the pods refer to them. */
export interface Outside {
  /** Takes what is named and by which part of the manifest; gives the node's id. A name no document has gets a node of its own. */
  readonly named: (object: Named, from: Path) => string
  /** The same for things no document can declare: the downward API, a path on the node. */
  readonly add: (node: ObjectNode) => string
  /** Takes a kind, name and namespace; gives the id of the document that declares it, or null. */
  readonly declared: (object: Named) => string | null
  readonly nodes: () => readonly ObjectNode[]
}

/** Takes the documents; gives the objects that are neither workload nor Service, and a way to ask for more. */
export function outsideOf(documents: readonly Json[]): Outside {
  const nodes = new Map<string, ObjectNode>()
  const objects = objectsIn(documents).flatMap((object) => {
    const document = documents[Number(object.path[0])]
    if (document === undefined || workloadKindOf(document) !== null || isService(document)) return []
    const known = isCoreGroup(object.apiVersion) ? object.kind : ''
    const details = detailsOf(known, document)
    const id = `object:${object.path.join('/')}`
    const word = object.kind === '' ? 'Object' : object.kind
    nodes.set(id, {
      kind: 'object',
      id,
      concept: conceptOf(known),
      path: object.path,
      label: object.name,
      word,
      details,
      title: [`${word} ${shownName(object.name)}`, ...details].join(', '),
      declared: true,
      pod: null,
    })
    return [{ ...object, id }]
  })

  const declared = ({ kind, name, namespace }: Named): string | null =>
    name === ''
      ? null
      : (objects.find(
          (object) =>
            object.kind === kind && object.name === name && sameNamespace(object.namespace, namespace),
        )?.id ?? null)

  const add = (node: ObjectNode): string => {
    if (!nodes.has(node.id)) nodes.set(node.id, node)
    return node.id
  }

  return {
    declared,
    add,
    named: (object, from) =>
      declared(object) ??
      add({
        kind: 'object',
        id: `named:${object.kind}/${object.namespace === '' ? 'default' : object.namespace}/${object.name}`,
        concept: conceptOf(object.kind),
        path: from,
        label: object.name,
        word: object.kind,
        details: [],
        title: `${object.kind} ${shownName(object.name)}, not in this manifest`,
        declared: false,
        pod: null,
      }),
    nodes: () => [...nodes.values()],
  }
}

/** Takes a selector as written under `matchLabels` and labels; says whether it selects them. An empty one selects all. */
export function matches(selector: Json | undefined, labels: Readonly<Record<string, string>>): boolean {
  return Object.entries(labelsOf(selector)).every(([key, value]) => labels[key] === value)
}
