import type { Json } from '../../../kubernetes/json'
import { field, textOf } from '../../../kubernetes/shape'
import { inside } from '../cells'
import { eventAge } from '../eventAge'
import type { Description } from './description'

/** Takes the events about an object and the time (milliseconds since 1970); writes them, the one seen last at the end (DescribeEvents). */
export function describeEvents(to: Description, events: readonly Json[], now: number): void {
  if (events.length === 0) {
    to.line(0, 'Events:\t<none>')
    return
  }
  const last = (event: Json) => textOf(field(event, 'lastTimestamp'))
  to.line(0, 'Events:')
  to.line(1, 'Type\tReason\tAge\tFrom\tMessage')
  to.line(1, '----\t------\t----\t----\t-------')
  for (const event of events.toSorted((a, b) => (last(a) < last(b) ? -1 : last(a) > last(b) ? 1 : 0))) {
    const from = textOf(inside(event, 'source', 'component')) || textOf(field(event, 'reportingComponent'))
    const part = textOf(inside(event, 'involvedObject', 'fieldPath'))
    const message = textOf(field(event, 'message')).trim()
    to.line(
      1,
      [
        textOf(field(event, 'type')),
        textOf(field(event, 'reason')),
        eventAge(event, now),
        from,
        part === '' ? message : `${part}: ${message}`,
      ].join('\t'),
    )
  }
}
