import type { DiagramNode } from '../../core/diagram/node'
import { shownName } from '../../core/diagram/node'
import type { MenuEntry, MenuItem } from '../../ui/Menu'
import { aim } from '../../core/kubernetes/edits/aim'
import type { Answer, Ask, Spot } from './asks/ask'
import type { Deed } from './deeds'
import type { Drawing } from './drawing'
import { LOOKS } from './looks'
import { aimingOf, isVariableSource, pairingOf, type Aiming, type Pairing } from './pairing'

/** Takes what a line would make, if that has to be asked about, and where to ask; gives the question. */
export function askFor(pairing: Exclude<Pairing, { kind: 'aim' }>, at: Spot): Ask {
  const container = pairing.container.path
  if (pairing.kind === 'mount') return { kind: 'mount', at, container, volume: pairing.volume.label }
  const { source } = pairing
  if (source.concept === 'downward') return { kind: 'podField', at, container }
  return {
    kind: 'key',
    at,
    container,
    of: source.concept === 'secret' ? 'Secret' : 'ConfigMap',
    name: source.label,
  }
}

/** Takes an object and what it is pointed at; gives the edit that does it, and words for it. */
export function aimDeed({ object, target }: Extract<Pairing, { kind: 'aim' }>): Deed {
  const name = target.kind === 'pod' && target.workload !== null ? 'the pod' : shownName(target.label)
  return {
    change: aim(object.path, target.path.slice(0, 1)),
    said: `${object.kind === 'service' ? 'Service' : object.word} ${shownName(object.label)}: ${name}`,
  }
}

/** Asks a question whose place is not yet known. */
export type AskSomewhere = (question: (at: Spot) => Ask) => void

/** Takes the drawing, a node and a way to ask; gives the menu of all it can be connected to: what dragging does, by keyboard. */
export function connectEntries(
  { diagram }: Drawing,
  node: DiagramNode,
  ask: AskSomewhere,
  onDone: Answer,
): readonly MenuEntry[] {
  const aiming = aimingOf(node)
  if (aiming !== null) return aimEntries(diagram.nodes, node, aiming, onDone)
  const items = diagram.nodes.flatMap((other): readonly (MenuItem & { readonly group: string })[] => {
    const pairing = other.id === node.id ? null : pairingOf(node, other)
    if (pairing === null || pairing.kind === 'aim') return []
    const { Icon, ink } = LOOKS[other.concept]
    return [
      {
        id: other.id,
        label: other.concept === 'downward' ? 'Downward API' : shownName(other.label),
        hint: other.word,
        icon: <Icon aria-hidden style={{ color: ink }} />,
        group: pairing.kind === 'mount' ? 'Mount' : 'Variable',
        run: () => ask((at) => askFor(pairing, at)),
      },
    ]
  })
  const mounts = items.filter((item) => item.group === 'Mount')
  const variables = [
    ...items.filter((item) => item.group === 'Variable'),
    ...newSources(diagram.nodes, node, ask),
  ]
  const isSource = node.kind !== 'container'
  return [
    ...(mounts.length === 0
      ? []
      : [{ kind: 'group' as const, label: isSource ? 'Mount in' : 'Mount a volume', items: mounts }]),
    ...(variables.length === 0
      ? []
      : [{ kind: 'group' as const, label: isSource ? 'Variable for' : 'Variable from', items: variables }]),
  ]
}

function aimEntries(
  nodes: readonly DiagramNode[],
  node: DiagramNode,
  { verb }: Aiming,
  onDone: Answer,
): readonly MenuEntry[] {
  const items = nodes.flatMap((other): readonly MenuItem[] => {
    const pairing = other.id === node.id ? null : pairingOf(node, other)
    // A pod in the frame of its workload is offered as that.
    if (pairing?.kind !== 'aim' || (other.kind === 'pod' && other.workload !== null)) return []
    const { Icon, ink } = LOOKS[other.concept]
    return [
      {
        id: other.id,
        label: shownName(other.label),
        hint: other.kind === 'service' ? 'Service' : other.word,
        icon: <Icon aria-hidden style={{ color: ink }} />,
        run: () => {
          const { change, said } = aimDeed(pairing)
          onDone(change, said)
        },
      },
    ]
  })
  return items.length === 0 ? [] : [{ kind: 'group', label: verb, items }]
}

/** A container may also read what is not drawn yet. */
function newSources(
  nodes: readonly DiagramNode[],
  node: DiagramNode,
  ask: AskSomewhere,
): readonly MenuItem[] {
  if (node.kind !== 'container') return []
  const container = node.path
  const { Icon: PodIcon, ink } = LOOKS.downward
  const isThere = nodes.some(
    (other) => isVariableSource(other) && other.concept === 'downward' && pairingOf(node, other) !== null,
  )
  return [
    ...(isThere
      ? []
      : [
          {
            id: 'downward',
            label: 'Downward API',
            hint: 'pod facts',
            icon: <PodIcon aria-hidden style={{ color: ink }} />,
            run: () => ask((at) => ({ kind: 'podField', at, container })),
          },
        ]),
    ...(['ConfigMap', 'Secret'] as const).map((of) => {
      const { Icon, ink: colour } = LOOKS[of === 'Secret' ? 'secret' : 'configmap']
      return {
        id: `other-${of}`,
        label: `Another ${of}…`,
        icon: <Icon aria-hidden style={{ color: colour }} />,
        run: () => ask((at) => ({ kind: 'key', at, container, of, name: null })),
      }
    }),
  ]
}
