import { layoutBand, type Lane, type Outsider, type Sides } from './band'
import type { Block } from './blocks'
import type { Box } from './card'
import { MEASURES } from './measures'
import type { DiagramEdge } from './node'
import { layoutPod, type Caption, type Door, type Placed } from './podLayout'
import { moved, movedLabel, movedLine, type Line, type Point } from './route'
import { assignTracks, type Span } from './tracks'

/** Things that belong together, laid out with their top left corner at 0, 0. */
export interface GroupLayout {
  readonly width: number
  readonly height: number
  readonly places: readonly Placed[]
  /** By pod. */
  readonly captions: ReadonlyMap<string, readonly Caption[]>
  readonly lines: readonly Line[]
}

/** Takes the blocks of a group, from the top down, and the lines that are not inside one pod; gives the group laid out. */
export function layoutGroup(blocks: readonly Block[], edges: readonly DiagramEdge[]): GroupLayout {
  const places: Placed[] = []
  const captions = new Map<string, readonly Caption[]>()
  const lines: Line[] = []
  const doors = new Map<string, Door>()
  const exits = new Map<string, Point>()
  const left = new Map<string, Lane>()
  const right = new Map<string, Lane>()
  const sides = sidesByNode(edges)
  const sidesOf = (id: string): Sides => sides.get(id) ?? { left: false, right: false }

  let y = 0
  let width = 0
  const addBand = (nodes: readonly Outsider[], side: 'above' | 'below', room: number) => {
    const band = layoutBand(nodes, side, y, room, sidesOf)
    places.push(...band.places)
    for (const [id, lane] of band.left) left.set(id, lane)
    for (const [id, lane] of band.right) right.set(id, lane)
    width = Math.max(width, band.width)
    y += band.height
  }

  blocks.forEach((block, index) => {
    if (index > 0) y += 2 * MEASURES.margin
    const pod = block.content === null ? null : layoutPod(block.content)
    const room = Math.max(pod?.width ?? 0, MEASURES.service * 2 + MEASURES.apart)
    addBand(block.pointers, 'above', room)
    addBand(block.leaders, 'above', room)
    addBand(block.services, 'above', room)
    if (pod !== null && block.content !== null) {
      const top = y
      places.push(...pod.places.map((place) => ({ ...place, y: place.y + top })))
      captions.set(
        block.content.pod.id,
        pod.captions.map((caption) => ({ ...caption, y: caption.y + top })),
      )
      for (const [id, door] of pod.doors) doors.set(id, lowered(door, top))
      for (const [id, [x, exit]] of pod.exits) exits.set(id, [x, exit + top])
      for (const line of pod.lines) lines.push(movedLine(line, 0, top))
      width = Math.max(width, pod.width)
      y += pod.height
    }
    addBand(sortUsed(block.used, edges, doors, exits), 'below', room)
  })

  const boxes = new Map<string, Box>(places.map((place) => [place.id, place]))
  const detours = detoursOf(edges, boxes)
  const leftRuns = runs(
    edges,
    left,
    (edge) => edge.source,
    (edge) => doors.get(edge.id)?.point ?? detours.get(edge.id),
  )
  const rightRuns = runs(
    edges,
    right,
    (edge) => edge.target,
    (edge) => (edge.kind === 'backing' ? exits.get(edge.source) : undefined),
  )
  // The first card's line is the outermost on the left, the last card's on the right.
  const leftTracks = assignTracks(leftRuns)
  const rightTracks = assignTracks(rightRuns.toReversed())
  const zone = (count: number) => (count === 0 ? 0 : MEASURES.margin + (count - 1) * MEASURES.track)
  const leftZone = zone(leftTracks.count)
  const rightZone = zone(rightTracks.count)
  const leftX = (id: string) => (leftTracks.columns.get(id) ?? 0) * MEASURES.track - leftZone
  const rightX = (id: string) => width + rightZone - (rightTracks.columns.get(id) ?? 0) * MEASURES.track

  for (const edge of edges) {
    const door = doors.get(edge.id)
    const exit = exits.get(edge.source)
    const detour = detours.get(edge.id)
    const leftLane = left.get(edge.source)
    const rightLane = right.get(edge.target)
    if (door !== undefined && leftLane !== undefined) {
      const points = along(leftLane, leftX(edge.source), door.point)
      lines.push({ id: edge.id, form: 'corners', points, label: door.label })
    } else if (detour !== undefined && leftLane !== undefined) {
      const end: Point = [detour[0], detour[1] + ABOVE]
      lines.push({
        id: edge.id,
        form: 'corners',
        points: [...along(leftLane, leftX(edge.source), detour), end],
        label: null,
      })
    } else if (edge.kind === 'backing' && exit !== undefined && rightLane !== undefined) {
      const points = along(rightLane, rightX(edge.target), exit).toReversed()
      lines.push({ id: edge.id, form: 'corners', points, label: null })
    } else {
      const line = between(edge.id, boxes.get(edge.source), boxes.get(edge.target))
      if (line !== null) lines.push(line)
    }
  }
  return shifted({ width: width + leftZone + rightZone, height: y, places, captions, lines }, leftZone, 0)
}

function lowered({ point, label }: Door, by: number): Door {
  return { point: moved(point, 0, by), label: movedLabel(label, 0, by) }
}

/** From a card to its lane, along it to its track, along that to the height of the end, and there. */
function along(lane: Lane, track: number, end: Point): readonly Point[] {
  return [lane.handle, [lane.handle[0], lane.y], [track, lane.y], [track, end[1]], end]
}

function sidesByNode(edges: readonly DiagramEdge[]): ReadonlyMap<string, Sides> {
  const sides = new Map<string, Sides>()
  const add = (id: string, more: Partial<Sides>) => {
    sides.set(id, { ...(sides.get(id) ?? { left: false, right: false }), ...more })
  }
  for (const edge of edges) {
    if (edge.kind === 'backing') add(edge.target, { right: true })
    else add(edge.source, { left: true })
  }
  return sides
}

/** How far above a card a line that comes along its row turns down to it. */
const ABOVE = 7

/**
 * Takes the edges and where everything stands; gives, by edge, the point above its target at which a line from one
 * card to another further down arrives that would run over other things if it went straight.
 */
function detoursOf(
  edges: readonly DiagramEdge[],
  boxes: ReadonlyMap<string, Box>,
): ReadonlyMap<string, Point> {
  const detours = new Map<string, Point>()
  for (const { id, kind, source, target } of edges) {
    const from = boxes.get(source)
    const to = boxes.get(target)
    if (kind !== 'reference' || from === undefined || to === undefined || to.y < from.y + from.height)
      continue
    const left = Math.min(from.x, to.x) + Math.min(from.width, to.width) / 2
    const right = Math.max(from.x + from.width / 2, to.x + to.width / 2)
    const isBlocked = [...boxes.values()].some(
      (box) =>
        box.y >= from.y + from.height &&
        box.y + box.height <= to.y &&
        box.x <= right &&
        box.x + box.width >= left,
    )
    if (isBlocked) detours.set(id, [to.x + to.width / 2, to.y - ABOVE])
  }
  return detours
}

/** The stretch each card's line needs beside the frames, in the order of the cards. */
function runs(
  edges: readonly DiagramEdge[],
  lanes: ReadonlyMap<string, Lane>,
  cardOf: (edge: DiagramEdge) => string,
  endOf: (edge: DiagramEdge) => Point | undefined,
): readonly Span[] {
  const ends = new Map<string, number[]>()
  for (const edge of edges) {
    const end = endOf(edge)
    if (end === undefined) continue
    const list = ends.get(cardOf(edge))
    if (list === undefined) ends.set(cardOf(edge), [end[1]])
    else list.push(end[1])
  }
  return [...lanes].flatMap(([id, lane]) => {
    const found = ends.get(id)
    if (found === undefined) return []
    const ys = [lane.y, ...found]
    return [{ id, from: Math.min(...ys), to: Math.max(...ys) }]
  })
}

/**
 * What the pod uses, ordered so that its lines cross as little as they can: first what containers read, by the first
 * container that does; then what only volumes hold, the lowest volume first.
 */
function sortUsed(
  used: readonly Outsider[],
  edges: readonly DiagramEdge[],
  doors: ReadonlyMap<string, Door>,
  exits: ReadonlyMap<string, Point>,
): readonly Outsider[] {
  const first = new Map<string, number>()
  const highest = new Map<string, number>()
  const lower = (map: Map<string, number>, id: string, y: number | undefined) => {
    if (y !== undefined) map.set(id, Math.min(map.get(id) ?? Infinity, y))
  }
  for (const edge of edges) {
    if (edge.kind === 'backing') lower(highest, edge.target, exits.get(edge.source)?.[1])
    else lower(first, edge.source, doors.get(edge.id)?.point[1])
  }
  const rank = (node: Outsider): readonly [number, number] => {
    const read = first.get(node.id)
    if (read !== undefined) return [0, read]
    const held = highest.get(node.id)
    return held === undefined ? [1, 0] : [2, -held]
  }
  return used
    .map((node, index) => ({ node, index, rank: rank(node) }))
    .sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || a.index - b.index)
    .map(({ node }) => node)
}

/** A line between two cards outside the frames. */
function between(id: string, from: Box | undefined, to: Box | undefined): Line | null {
  if (from === undefined || to === undefined) return null
  const down = to.y >= from.y + from.height
  if (down || from.y >= to.y + to.height) {
    const start: Point = [from.x + from.width / 2, down ? from.y + from.height : from.y]
    const end: Point = [to.x + to.width / 2, down ? to.y : to.y + to.height]
    return { id, form: 'upright', points: [start, end], label: null }
  }
  const forward = to.x > from.x
  const start: Point = [forward ? from.x + from.width : from.x, from.y + from.height / 2]
  const end: Point = [forward ? to.x : to.x + to.width, to.y + to.height / 2]
  return { id, form: 'corners', points: [start, end], label: null }
}

/** Takes a group laid out and an offset; gives it moved by that. */
export function shifted(group: GroupLayout, dx: number, dy: number): GroupLayout {
  if (dx === 0 && dy === 0) return group
  return {
    ...group,
    places: group.places.map((place) => ({ ...place, x: place.x + dx, y: place.y + dy })),
    captions: new Map(
      [...group.captions].map(([id, list]) => [
        id,
        list.map((caption) => ({ ...caption, x: caption.x + dx, y: caption.y + dy })),
      ]),
    ),
    lines: group.lines.map((line) => movedLine(line, dx, dy)),
  }
}
