import { describe, expect, it } from 'vitest'
import type { Json } from '../../../kubernetes/json'
import { keptCases, tally, upstreamCases } from '../../../../golden/kubeletCases'
import { describeContainers } from './containers'
import { Description } from './description'
import { describePod } from './pod'

describe('kubectl describe pod', () => {
  interface Row {
    readonly name: string
    readonly pod: Json
    readonly events: readonly Json[]
    readonly now: string
    readonly expected: string
  }

  it('prints what kubectl prints', () => {
    const { cases } = keptCases<Row>('describe_pod')
    const { agreed, total, differences } = tally('describe_pod', cases, (row) => ({
      got: describePod(row.pod, row.events, Date.parse(row.now)),
      wanted: row.expected,
    }))
    expect(agreed, differences.join('\n')).toBe(total)
  })

  it.each<{ pod: Json }>([
    { pod: null },
    { pod: 5 },
    { pod: [] },
    { pod: { spec: 5, status: [], metadata: 'x' } },
    { pod: { spec: { containers: [7, null], volumes: 'x' }, status: { conditions: [null] } } },
  ])('says something of $pod', ({ pod }) => {
    expect(describePod(pod, [null], 0)).toMatch(/^Name:/)
  })
})

describe('containers', () => {
  interface Row {
    readonly container: Json
    readonly status: Json
    readonly expectedElements: readonly string[]
  }

  it('are told as upstream expects', () => {
    const { cases } = upstreamCases<Row>('describe_container')
    const { agreed, total, differences } = tally('describe_container', cases, (row) => {
      const to = new Description()
      describeContainers(to, {
        title: 'Containers',
        containers: [row.container],
        statuses: [row.status],
        readField: () => '',
        indent: '',
      })
      const text = to.written()
      // Upstream looks at the cells before they are set in columns.
      const cells = text.replace(/ {2,}/g, '\t')
      const isMissing = (part: string) => !(part.includes('\t') ? cells : text).includes(part)
      return { got: row.expectedElements.filter((part) => isMissing(part)), wanted: [] }
    })
    expect(agreed, differences.join('\n')).toBe(total)
  })
})
