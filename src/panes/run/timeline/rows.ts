import type { ClusterHistory } from '../../../core/simulator/history/clusterHistory'
import { placeKey } from '../../../core/simulator/history/place'
import type { ContainerLife, PodLife, PodVolume } from '../../../core/simulator/history/podLife'
import type { Stretch } from './stretch'

/** A row of the timeline. */
export type Row =
  | { readonly kind: 'pod'; readonly key: string; readonly pod: PodLife; readonly isFolded: boolean }
  | { readonly kind: 'container'; readonly key: string; readonly pod: PodLife; readonly life: ContainerLife }
  | { readonly kind: 'volume'; readonly key: string; readonly pod: PodLife; readonly volume: PodVolume }
  | { readonly kind: 'service'; readonly key: string; readonly namespace: string; readonly name: string }
  | { readonly kind: 'node'; readonly key: string; readonly name: string; readonly isCordoned: boolean }

/** How high each kind of row is, in pixels. */
export const HEIGHTS: Readonly<Record<Row['kind'], number>> = {
  pod: 30,
  container: 28,
  volume: 22,
  service: 28,
  node: 28,
}

/** With more pods than this they are folded, until somebody unfolds them. */
const FEW = 6

/** Takes a pod's life; gives its key: names come again. */
export function podRowKey({ namespace, name, start }: PodLife): string {
  return placeKey(namespace, name, String(start))
}

/**
 * Takes a history, the stretch that is shown, now, and the keys of the pods whose fold somebody has changed; gives the
 * rows: each pod that was there then, those that are gone by now last, with its containers and volumes, the Services (the API server's own only where it was
 * asked something), the node.
 */
export function rowsOf(
  history: ClusterHistory,
  stretch: Stretch,
  now: number,
  turned: ReadonlySet<string>,
): readonly Row[] {
  const seen = history.pods.filter((pod) => pod.isBetween(stretch.from, Math.min(stretch.to, now)))
  const pods = [...seen.filter(({ end }) => end === null), ...seen.filter(({ end }) => end !== null)]
  const areFolded = pods.length > FEW
  const services = history.services.allAt(now).flatMap(({ metadata }): Row[] => {
    const { namespace = 'default', name = '' } = metadata ?? {}
    const isServers = namespace === 'default' && name === 'kubernetes'
    if (isServers && history.requests.at(placeKey(namespace, name)).length === 0) return []
    return [{ kind: 'service', key: `service ${placeKey(namespace, name)}`, namespace, name }]
  })
  const nodes = history.nodes.allAt(now).map(({ metadata, spec }): Row => {
    const { name = '' } = metadata ?? {}
    return { kind: 'node', key: `node ${name}`, name, isCordoned: spec?.unschedulable === true }
  })
  return [
    ...pods.flatMap((pod) => podRows(pod, areFolded !== turned.has(podRowKey(pod)))),
    ...services,
    ...nodes,
  ]
}

function podRows(pod: PodLife, isFolded: boolean): readonly Row[] {
  const key = podRowKey(pod)
  const head: Row = { kind: 'pod', key, pod, isFolded }
  if (isFolded) return [head]
  return [
    head,
    ...pod.containers.map((life): Row => ({
      kind: 'container',
      key: `${key} container ${life.name}`,
      pod,
      life,
    })),
    ...pod.volumes.map((volume): Row => ({
      kind: 'volume',
      key: `${key} volume ${volume.name}`,
      pod,
      volume,
    })),
  ]
}

/** A row, and how far down it is. */
export interface PlacedRow {
  readonly row: Row
  readonly top: number
}

/** Takes rows and the part of the list that is looked at (pixels); gives the rows in that part, and how high the whole list is. */
export function rowsInView(
  rows: readonly Row[],
  scrollTop: number,
  height: number,
): { readonly placed: readonly PlacedRow[]; readonly total: number } {
  const placed: PlacedRow[] = []
  let top = 0
  for (const row of rows) {
    const bottom = top + HEIGHTS[row.kind]
    if (bottom > scrollTop - SPARE && top < scrollTop + height + SPARE) placed.push({ row, top })
    top = bottom
  }
  return { placed, total: top }
}

/** Rows are drawn a little before they come into view, so that the focus can go to them. */
const SPARE = 60
