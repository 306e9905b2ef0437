import type { Json } from '../kubernetes/json'
import { objectKind, objectKindOf } from '../kubernetes/objectKinds'
import { objectsIn, sameNamespace } from '../kubernetes/objects'
import type { Path } from '../kubernetes/path'
import { isService } from '../kubernetes/services'
import { workloadKindOf } from '../kubernetes/workloadKinds'
import { shownName, type ObjectNode } from './node'
import { objectFacts } from './objectFacts'

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
    const row = objectKindOf(object.apiVersion, object.kind)
    const { details, lines, parts } = objectFacts(documents, object.path, row?.kind ?? '')
    const id = `object:${object.path.join('/')}`
    const word = object.kind === '' ? 'Object' : object.kind
    nodes.set(id, {
      kind: 'object',
      id,
      concept: row?.concept ?? 'object',
      path: object.path,
      label: object.name,
      word,
      details,
      title: [
        `${word} ${shownName(object.name)}`,
        ...details,
        ...lines.map(({ text }) => text),
        ...parts.map(({ label, problem }) => (problem === null ? label : `${label}, ${problem}`)),
      ].join(', '),
      declared: true,
      pod: null,
      lines,
      parts,
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
        concept: objectKind(object.kind)?.concept ?? 'object',
        path: from,
        label: object.name,
        word: object.kind,
        details: [],
        title: `${object.kind} ${shownName(object.name)}, not in this manifest`,
        declared: false,
        pod: null,
        lines: [],
        parts: [],
      }),
    nodes: () => [...nodes.values()],
  }
}
