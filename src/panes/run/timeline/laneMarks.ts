import type { Mark } from '../../../core/simulator/history/marks/mark'
import { placeKey } from '../../../core/simulator/history/place'
import type { PodLife } from '../../../core/simulator/history/podLife'
import { between, countUpTo, type Timed } from '../../../core/simulator/history/recent'
import type { Drawn } from './drawn'
import type { Row } from './rows'
import type { MarkShape } from './markShapes'

/** Marks of one shape along a lane, in the order of their times. */
export interface MarkSet {
  readonly shape: MarkShape
  readonly items: readonly Mark[]
  /** Between which heights of the lane they are pointed at, in pixels. */
  readonly band: readonly [top: number, bottom: number]
}

/** How near the pointer has to be to a mark, in pixels. */
const NEAR = 5

/** Takes things that happened at a place, and the pod they have to be of (names come again); gives those that are in view. */
function inView<Item extends Timed>(
  { stretch, now }: Drawn,
  items: readonly Item[],
  pod: PodLife | null,
): readonly Item[] {
  const from = Math.max(stretch.from, pod?.start ?? 0)
  const to = Math.min(stretch.to, pod?.end ?? now)
  return between(items, from - 1, to)
}

/** Takes how the timeline is drawn and one of its lanes; gives its marks that are in view, those on top first. */
export function marksOfLane(drawn: Drawn, row: Row): readonly MarkSet[] {
  const { history } = drawn
  if (row.kind === 'container') {
    const key = placeKey(row.pod.namespace, row.pod.name, row.life.name)
    const probes = inView(drawn, history.probes.at(key), row.pod)
    const signals = inView(drawn, history.runtime.at(key), row.pod)
    return [
      { shape: 'failed', items: probes.filter(({ passed }) => !passed), band: [0, 9] },
      { shape: 'passed', items: probes.filter(({ passed }) => passed), band: [0, 9] },
      { shape: 'log', items: inView(drawn, history.logs.at(key), row.pod), band: [20, 28] },
      {
        shape: 'signal',
        items: signals.filter(({ what }) => what === 'sigterm' || what === 'sigkill'),
        band: [0, 28],
      },
    ]
  }
  if (row.kind === 'volume') {
    const files = inView(
      drawn,
      history.files.at(placeKey(row.pod.namespace, row.pod.name, row.volume.name)),
      row.pod,
    )
    return [
      { shape: 'write', items: files.filter(({ access }) => access !== 'read'), band: [0, 11] },
      { shape: 'read', items: files.filter(({ access }) => access === 'read'), band: [11, 22] },
    ]
  }
  if (row.kind !== 'service') return []
  const requests = inView(drawn, history.requests.at(placeKey(row.namespace, row.name)), null)
  const isAnswered = ({ result }: (typeof requests)[number]): boolean =>
    'status' in result && result.status < 400
  return [
    { shape: 'refused', items: requests.filter((request) => !isAnswered(request)), band: [0, 28] },
    { shape: 'answered', items: requests.filter(isAnswered), band: [0, 28] },
  ]
}

/** Takes marks of a lane and a place in it (pixels); gives those that are at it, the nearest first, none where there is none. */
export function marksAt(sets: readonly MarkSet[], drawn: Drawn, x: number, y: number): readonly Mark[] {
  for (const { items, band } of sets) {
    if (y < band[0] || y > band[1]) continue
    const near = marksNear(items, drawn, x)
    if (near.length > 0) return near
  }
  return []
}

function marksNear(items: readonly Mark[], { stretch, width, place }: Drawn, x: number): readonly Mark[] {
  const reach = (NEAR * (stretch.to - stretch.from)) / Math.max(1, width)
  const time = stretch.from + (x * (stretch.to - stretch.from)) / Math.max(1, width)
  const distance = (mark: Mark): number => Math.abs(place(mark.time) - x)
  return between(items, time - reach, time + reach).toSorted((a, b) => distance(a) - distance(b))
}

/** Takes marks of a lane; gives them in one list, in the order of their times. */
export function inOrder(sets: readonly MarkSet[]): readonly Mark[] {
  return sets.flatMap(({ items }) => items).toSorted((a, b) => a.time - b.time)
}

/** Where keys go to from a mark: so many marks further. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  PageUp: -10,
  PageDown: 10,
  Home: -Infinity,
  End: Infinity,
}

/** Takes marks in order, the one that has the focus, and a key; gives the mark it goes to, or null where the key means nothing or there is none. */
export function markByKey(marks: readonly Mark[], current: Mark | null, key: string): Mark | null {
  const step = Object.hasOwn(STEPS, key) ? STEPS[key] : undefined
  if (step === undefined) return null
  const found = current === null ? -1 : marks.indexOf(current)
  const from = found === -1 ? countUpTo(marks, current?.time ?? 0) : found
  return marks[Math.min(marks.length - 1, Math.max(0, from + step))] ?? null
}

/** Takes marks in order and a moment; gives the last one that is not after it, else the first. */
export function markBefore(marks: readonly Mark[], moment: number): Mark | null {
  return marks[Math.max(0, countUpTo(marks, moment) - 1)] ?? null
}
