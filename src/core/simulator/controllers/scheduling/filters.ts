import type { Filter } from './filter'
import { cordoned, portTaken, resourcesTaken, selected, tainted } from './nodeFilters'
import { apartFromFriends, besideFoes, claimMissing, claimTaken, unevenlySpread } from './podFilters'

/** What may keep a pod away from a node, in the order in which the scheduler asks: the first that does is named. */
export const FILTERS: readonly Filter[] = [
  claimMissing,
  cordoned,
  tainted,
  selected,
  portTaken,
  resourcesTaken,
  claimTaken,
  unevenlySpread,
  apartFromFriends,
  besideFoes,
]
