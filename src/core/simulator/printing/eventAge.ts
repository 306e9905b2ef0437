import type { Json } from '../../kubernetes/json'
import { field, textOf } from '../../kubernetes/shape'
import { ageOf } from './ageOf'
import { countAt } from './cells'

/** Takes an event and the time (milliseconds since 1970); gives when it was seen: `5s`, or `5s (x3 over 40s)` where it was seen again (DescribeEvents; getInterval in kubectl/pkg/cmd/events). */
export function eventAge(event: Json, now: number): string {
  const since = ageOf(textOf(field(event, 'firstTimestamp')), now)
  const count = countAt(event, 'count')
  return count > 1 ? `${ageOf(textOf(field(event, 'lastTimestamp')), now)} (x${count} over ${since})` : since
}
