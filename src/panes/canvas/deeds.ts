import { shownName, type DiagramEdge, type DiagramNode, type NodePart } from '../../core/diagram/node'
import type { Change } from '../../core/kubernetes/change'
import { duplicateContainer, moveContainer } from '../../core/kubernetes/edits/containers'
import { setMount } from '../../core/kubernetes/edits/volumes'
import { removalAt } from '../../core/kubernetes/edits/removal'
import { samePath, type Path } from '../../core/kubernetes/path'
import type { Drawing } from './drawing'
import { edgeRemoval, nodeRemoval } from './removal'

/** An edit offered for what is selected, with what to say when it is done. */
export interface Deed {
  readonly change: Change
  readonly said: string
}

/** What can be done with a thing on the canvas. What can't be done with it is null. */
export interface Deeds {
  /** What it is, in a few words. */
  readonly what: string
  readonly removal: Deed | null
  readonly duplication: Deed | null
  /** The path whose name can be changed. */
  readonly named: Path | null
  /** The mount whose path can be changed. */
  readonly mount: Path | null
  /** Moves a container one place up or down in its list: what it may not, is null. */
  readonly up: Deed | null
  readonly down: Deed | null
  /** Lets a mount be written to, or not. */
  readonly writing: (Deed & { readonly label: string }) | null
}

const NONE: Omit<Deeds, 'what'> = {
  removal: null,
  duplication: null,
  named: null,
  mount: null,
  up: null,
  down: null,
  writing: null,
}

function moving(node: DiagramNode, by: 1 | -1): Deed | null {
  const index = node.path.at(-1)
  if (node.kind !== 'container' || typeof index !== 'number' || index + by < 0) return null
  return deed(
    moveContainer(node.path, index + by),
    `Moved ${shownName(node.label)} ${by < 0 ? 'up' : 'down'}`,
  )
}

function deed(change: Change | null, said: string): Deed | null {
  return change === null ? null : { change, said }
}

function nodeDeeds(node: DiagramNode): Deeds {
  const name = shownName(node.label)
  const what = node.kind === 'pod' && node.workload !== null ? 'Pod' : `${name}, ${node.word}`
  const isOwn = nodeRemoval(node) !== null && !node.path.includes('volumeClaimTemplates')
  const isMissing = node.kind === 'volume' && node.missing
  return {
    ...NONE,
    what,
    removal: deed(nodeRemoval(node), `Removed ${name}`),
    duplication: node.kind === 'container' ? deed(duplicateContainer(node.path), `Duplicated ${name}`) : null,
    up: moving(node, -1),
    down: moving(node, 1),
    named: isOwn && !isMissing ? node.path : null,
  }
}

function edgeDeeds(edge: DiagramEdge): Deeds {
  const [path] = edge.paths
  const isMount = edge.kind === 'mount' && path.at(-2) === 'volumeMounts'
  return {
    ...NONE,
    what: edge.title,
    removal: deed(edgeRemoval(edge), `Removed: ${edge.title}`),
    mount: isMount ? path : null,
    writing: isMount
      ? {
          label: edge.readOnly ? 'Allow writing' : 'Make read-only',
          change: setMount(path, { readOnly: !edge.readOnly }),
          said: edge.readOnly ? 'Writable' : 'Read-only',
        }
      : null,
  }
}

function partDeeds({ path, word, label }: NodePart): Deeds {
  return {
    ...NONE,
    what: `${word} ${label}`,
    removal: deed(removalAt(path), `Removed ${word.toLowerCase()} ${label}`),
  }
}

/** Takes the drawing and the id of a node or edge; gives what can be done with it, or null where there is no such thing. */
export function deedsOf({ nodes, edges }: Drawing, id: string): Deeds | null {
  const node = nodes.get(id)
  if (node !== undefined) return nodeDeeds(node)
  const edge = edges.get(id)
  return edge === undefined ? null : edgeDeeds(edge)
}

/** Takes the drawing, what is highlighted and the selected path; gives what can be done with the selection: a port of a card before the card. */
export function deedsOfSelection(
  drawing: Drawing,
  highlight: string | null,
  selected: Path | null,
): Deeds | null {
  if (highlight === null) return null
  const node = drawing.nodes.get(highlight)
  const part = node === undefined ? undefined : partsOf(node).find((each) => samePath(each.path, selected))
  return part === undefined ? deedsOf(drawing, highlight) : partDeeds(part)
}

function partsOf(node: DiagramNode): readonly NodePart[] {
  if (node.kind === 'object') return node.parts
  return node.kind === 'container' || node.kind === 'service' ? node.ports : []
}
