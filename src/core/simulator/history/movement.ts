import type { ClusterHistory } from './clusterHistory'
import type { PlacedOrigin } from './designPlace'
import { placeKey } from './place'
import { countUpTo, type Timed } from './recent'

/** Something that went along a line of the diagram: forth from a container to a volume or to a Service's pod, or back. */
export interface Movement extends Timed {
  readonly way: 'write' | 'read' | 'answered' | 'failed'
}

/** How many of the newest things are looked through for one of a container. */
const LOOKED_THROUGH = 40

/** The newest of some things, not after a moment, that fits. */
function newest<Item extends Timed>(
  items: readonly Item[],
  moment: number,
  fits: (item: Item) => boolean,
): Item | null {
  const end = countUpTo(items, moment)
  for (let index = end - 1; index >= Math.max(0, end - LOOKED_THROUGH); index -= 1) {
    const item = items[index]
    if (item !== undefined && fits(item)) return item
  }
  return null
}

/** Takes a history, a moment, whose pods, a container and a volume; gives the newest access of the container to the volume, or null. */
export function fileMovement(
  history: ClusterHistory,
  moment: number,
  { namespace, origin }: PlacedOrigin,
  container: string,
  volume: string,
): Movement | null {
  let found: Movement | null = null
  for (const pod of history.pods) {
    if (pod.namespace !== namespace || pod.origin.kind !== origin.kind || pod.origin.name !== origin.name)
      continue
    if (!pod.isBetween(moment, moment)) continue
    const files = history.files.at(placeKey(namespace, pod.name, volume))
    const access = newest(files, moment, (file) => file.container === container)
    if (access !== null && access.time > (found?.time ?? -1))
      found = { time: access.time, way: access.access === 'read' ? 'read' : 'write' }
  }
  return found
}

/** Takes a history, a moment, a Service and the container that answers (null: whichever it is); gives the newest request through the Service, or null. */
export function requestMovement(
  history: ClusterHistory,
  moment: number,
  namespace: string,
  service: string,
  container: string | null,
): Movement | null {
  const requests = history.requests.at(placeKey(namespace, service))
  const found = newest(
    requests,
    moment,
    ({ to, service: through }) =>
      through !== null && (container === null || to === null || to.container === container),
  )
  if (found === null) return null
  const isAnswered = 'status' in found.result && found.result.status < 500
  return { time: found.time, way: isAnswered ? 'answered' : 'failed' }
}
