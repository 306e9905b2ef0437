import { cardSize, slotAt, slotsHeight, type Box } from './card'
import { shorten, textWidth } from './labelText'
import { MEASURES } from './measures'
import {
  shownName,
  type ContainerNode,
  type DiagramEdge,
  type PodNode,
  type VolumeNode,
  type WorkloadNode,
} from './node'
import type { Line, LineLabel, Point } from './route'

/** A line of text inside a frame. */
export interface Caption {
  readonly text: string
  readonly x: number
  readonly y: number
}

/** A place inside the frame, with the node's id. */
export interface Placed extends Box {
  readonly id: string
}

/** Where a line from outside arrives. */
export interface Door {
  readonly point: Point
  readonly label: LineLabel | null
}

/** A workload's frame laid out by itself, its top left corner at 0, 0. */
export interface PodLayout {
  readonly width: number
  readonly height: number
  readonly places: readonly Placed[]
  readonly captions: readonly Caption[]
  /** Lines that stay inside: from containers to volumes. */
  readonly lines: readonly Line[]
  /** Where lines from outside arrive, by edge: at a container's left side or a frame's. */
  readonly doors: ReadonlyMap<string, Door>
  /** Where lines to the outside leave, by volume. */
  readonly exits: ReadonlyMap<string, Point>
}

/** What of the diagram concerns one workload. */
export interface PodContent {
  readonly frame: WorkloadNode | null
  readonly pod: PodNode
  readonly containers: readonly ContainerNode[]
  readonly volumes: readonly VolumeNode[]
  /** Lines between containers and volumes. */
  readonly inner: readonly DiagramEdge[]
  /** Lines that come from outside to a container, the pod or the frame. */
  readonly incoming: readonly DiagramEdge[]
}

function labelText(edge: DiagramEdge): string {
  return `${shorten(edge.label, MEASURES.longest)}${edge.readOnly ? ' (ro)' : ''}`
}

/** Rounds up, so that a few letters more do not move the whole picture. */
function stepped(width: number): number {
  return Math.ceil(width / 12) * 12
}

function widest(edges: readonly DiagramEdge[]): number {
  return edges.reduce((width, edge) => Math.max(width, textWidth(labelText(edge))), 0)
}

function byEnd(
  edges: readonly DiagramEdge[],
  end: (edge: DiagramEdge) => string,
): Map<string, DiagramEdge[]> {
  const map = new Map<string, DiagramEdge[]>()
  for (const edge of edges) {
    const list = map.get(end(edge))
    if (list === undefined) map.set(end(edge), [edge])
    else list.push(edge)
  }
  return map
}

/** Takes what is in a workload; gives its frames, cards and inner lines, placed: containers top down in run order, volumes beside them. */
export function layoutPod(content: PodContent): PodLayout {
  const { frame, pod, containers, volumes, inner, incoming } = content
  const ids = new Set(containers.map((container) => container.id))
  const containerEnd = (edge: DiagramEdge) => (ids.has(edge.source) ? edge.source : edge.target)
  const right = byEnd(inner, containerEnd)
  const left = byEnd(
    incoming.filter((edge) => ids.has(edge.target)),
    (edge) => edge.target,
  )
  const pad = frame === null ? 0 : MEASURES.framePad
  const podX = pad
  const podY = frame === null ? 0 : MEASURES.frameHeader
  const leftLabels = widest([...left.values()].flat())
  const leftGutter = leftLabels === 0 ? MEASURES.podPad : stepped(leftLabels + 20)
  const x = podX + leftGutter
  const captions: Caption[] = []
  const places: Placed[] = []
  const doors = new Map<string, Door>()
  const slots = new Map<string, number>()

  let y = podY + MEASURES.podHeader
  const caption = (text: string) => {
    captions.push({ text, x, y: y + 14 })
    y += MEASURES.caption
  }
  containers.forEach((container, index) => {
    if (index === 0 && pod.initCount > 0) caption('Start one after another')
    if (index === pod.initCount && pod.initCount > 0) caption('Then run together')
    const { width, height: text } = cardSize(container)
    const outgoing = right.get(container.id) ?? []
    const arriving = left.get(container.id) ?? []
    const height = Math.max(text, slotsHeight(outgoing.length), slotsHeight(arriving.length))
    places.push({ id: container.id, x, y, width, height })
    outgoing.forEach((edge, i) => slots.set(edge.id, y + slotAt(height, outgoing.length, i)))
    arriving.forEach((edge, i) => {
      const point: Point = [x, y + slotAt(height, arriving.length, i)]
      const label = labelText(edge)
      doors.set(edge.id, {
        point,
        label: label === '' ? null : { text: label, x: x - 10, y: point[1] - 5, anchor: 'end' },
      })
    })
    y += height + MEASURES.gap
  })
  if (containers.length === 0) y += MEASURES.caption
  const containersBottom = y - MEASURES.gap

  const innerLabels = widest(inner)
  const labelEnd = x + MEASURES.container + (inner.length === 0 ? 0 : stepped(innerLabels + 14))
  const volumeX = labelEnd + (inner.length === 0 ? MEASURES.apart : MEASURES.bend + spread(volumes.length))
  const volumePlaces = placeVolumes(
    volumes,
    inner,
    slots,
    volumeX,
    podY + MEASURES.podHeader,
    containersBottom,
  )
  const volumesBottom = volumePlaces.reduce((bottom, place) => Math.max(bottom, place.y + place.height), 0)
  const volumeById = new Map(volumePlaces.map((place) => [place.id, place]))

  const contentRight = volumes.length === 0 ? x + MEASURES.container : volumeX + MEASURES.volume
  const podRight = Math.max(contentRight + MEASURES.podPad, podX + headerWidth(frame ?? pod))
  const podBottom = Math.max(containersBottom, volumesBottom) + MEASURES.podPad
  const width = podRight + pad
  const height = podBottom + pad

  for (const edge of incoming) {
    if (edge.target === pod.id) doors.set(edge.id, { point: [podX, podY + 16], label: null })
    else if (frame !== null && edge.target === frame.id) doors.set(edge.id, { point: [0, 16], label: null })
  }
  const lines = inner.flatMap((edge): readonly Line[] => {
    const slot = slots.get(edge.id)
    const volume = volumeById.get(edge.source) ?? volumeById.get(edge.target)
    if (slot === undefined || volume === undefined) return []
    const start: Point = [x + MEASURES.container, slot]
    const end: Point = [volume.x, volume.y + Math.round(volume.height / 2)]
    const label = { text: labelText(edge), x: start[0] + 8, y: slot - 5, anchor: 'start' as const }
    return [{ id: edge.id, form: 'bent', points: [start, [labelEnd, slot], end], label }]
  })
  const frames: Placed[] = [
    ...(frame === null ? [] : [{ id: frame.id, x: 0, y: 0, width, height }]),
    { id: pod.id, x: podX, y: podY, width: podRight - podX, height: podBottom - podY },
  ]
  return {
    width,
    height,
    places: [...frames, ...places, ...volumePlaces],
    captions,
    lines,
    doors,
    exits: new Map(
      volumePlaces.map((place) => [
        place.id,
        [place.x + place.width, place.y + Math.round(place.height / 2)],
      ]),
    ),
  }
}

/** Many volumes need longer bends, or the lines to them run into one. */
function spread(volumes: number): number {
  return 4 * Math.min(12, Math.max(0, volumes - 3))
}

/** Takes a frame; gives the width its header needs: short names do not make it narrow, long ones are cut. */
export function headerWidth(frame: WorkloadNode | PodNode): number {
  const header = `${frame.word} ${shownName(frame.label)} ${frame.kind === 'workload' ? frame.count : ''}`
  return Math.max(280, Math.min(440, stepped(textWidth(header) + 48)))
}

/** Each volume stands as near as it can to the middle of the lines that lead to it, in the order of those middles. */
function placeVolumes(
  volumes: readonly VolumeNode[],
  inner: readonly DiagramEdge[],
  slots: ReadonlyMap<string, number>,
  x: number,
  top: number,
  bottom: number,
): readonly Placed[] {
  const wishes = new Map<string, { sum: number; count: number }>()
  for (const edge of inner) {
    const slot = slots.get(edge.id)
    if (slot === undefined) continue
    for (const end of [edge.source, edge.target]) {
      const wish = wishes.get(end) ?? { sum: 0, count: 0 }
      wishes.set(end, { sum: wish.sum + slot, count: wish.count + 1 })
    }
  }
  const sorted = volumes
    .map((volume, index) => {
      const wish = wishes.get(volume.id)
      return {
        volume,
        index,
        middle: wish === undefined ? Infinity : wish.sum / wish.count,
        ...cardSize(volume),
      }
    })
    .sort((a, b) => (a.middle === b.middle ? a.index - b.index : a.middle - b.middle))
  let next = top
  const tops = sorted.map(({ middle, height }) => {
    const y = middle === Infinity ? next : Math.max(next, Math.round(middle - height / 2))
    next = y + height + MEASURES.gap
    return y
  })
  // Pull up what was pushed below the containers while there is room above.
  let limit = Math.max(bottom, 0)
  for (let i = sorted.length - 1; i >= 0; i--) {
    const height = sorted[i]?.height ?? 0
    const rest = sorted.slice(0, i).reduce((sum, each) => sum + each.height + MEASURES.gap, top)
    tops[i] = Math.max(rest, Math.min(tops[i] ?? rest, limit - height))
    limit = (tops[i] ?? 0) - MEASURES.gap
  }
  return sorted.map(({ volume, width, height }, i) => ({
    id: volume.id,
    x,
    y: tops[i] ?? top,
    width,
    height,
  }))
}
