import { field, textOf } from '../../../kubernetes/shape'
import { inside } from '../../printing/cells'
import { eventAge } from '../../printing/eventAge'
import { TABLE, writeTabbed } from '../../printing/tabWriter'
import { resourceNamed, resourceOf, unknownResource } from '../objects/resources'
import { servedList } from '../objects/served'
import { tableHead, tableRow } from '../objects/table'
import { fail, type Verb } from '../verb'

const PLAIN = { wide: false, showLabels: false, withKind: false, labelColumns: [] }

/** `kubectl events`: what happened, in the order of time. */
export const events: Verb = {
  about: 'List events',
  usage: '[--for TYPE/NAME] [--types=Normal,Warning] [-A]',
  examples: ['kubectl events', 'kubectl events --for pod/web-pod-13je7', 'kubectl events --types=Warning'],
  flags: [
    { name: 'for', value: 'one', about: 'Filter events to only those pertaining to the specified resource' },
    { name: 'types', value: 'one', about: 'Output only events of given types' },
    { name: 'all-namespaces', short: 'A', value: 'none', about: 'List events across all namespaces' },
    { name: 'no-headers', value: 'none', about: "Don't print headers" },
  ],
  takes: 'nothing',
  run(call) {
    const { asked, cluster, namespace } = call
    const [kind = '', name = ''] = (asked.text('for') ?? '').split('/')
    const about = resourceNamed(kind)
    if (kind !== '' && about === undefined) return fail(call, unknownResource(kind))
    const types = asked.text('types')?.split(',')
    const isAll = asked.has('all-namespaces')
    const shown = servedList(cluster.api, 'Event', isAll ? undefined : namespace)
      .filter(({ object }) => {
        const of = field(object, 'involvedObject')
        const isAbout =
          about === undefined || (field(of, 'kind') === about.kind && field(of, 'name') === name)
        return isAbout && (types === undefined || types.includes(textOf(field(object, 'type'))))
      })
      .toSorted((a, b) =>
        lastSeen(a.object) < lastSeen(b.object) ? -1 : lastSeen(a.object) > lastSeen(b.object) ? 1 : 0,
      )
    if (shown.length === 0) {
      call.err(isAll ? 'No events found.\n' : `No events found in ${namespace} namespace.\n`)
      return 0
    }
    const options = { ...PLAIN, withNamespace: isAll }
    const now = cluster.clock.epoch + cluster.clock.now
    const head = asked.has('no-headers') ? [] : [tableHead(resourceOf('Event'), options)]
    const seen = isAll ? 1 : 0
    const rows = shown.map((each) => tableRow(each, now, options).with(seen, eventAge(each.object, now)))
    call.out(writeTabbed([...head, ...rows], TABLE))
    return 0
  },
}

function lastSeen(event: Parameters<typeof inside>[0]): string {
  return textOf(inside(event, 'lastTimestamp'))
}
