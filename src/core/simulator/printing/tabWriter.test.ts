import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DESCRIPTION, TABLE, writeTabbed } from './tabWriter'

describe('tables', () => {
  it('as kubectl get writes them', () => {
    expect(
      writeTabbed(
        [
          ['NAME', 'READY', 'STATUS', 'RESTARTS', 'AGE'],
          ['demo', '2/2', 'Running', '1 (4s ago)', '10s'],
        ],
        TABLE,
      ),
    ).toBe(
      'NAME   READY   STATUS    RESTARTS     AGE\n' + //
        'demo   2/2     Running   1 (4s ago)   10s\n',
    )
  })

  it('as kubectl describe writes them: columns end where a line has none', () => {
    expect(
      writeTabbed(
        [
          ['Name:', 'demo'],
          ['Start Time:', 'now'],
          ['Conditions:'],
          ['  Type', 'Status'],
          ['  PodReadyToStartContainers', 'True '],
          ['Volumes:', '<none>'],
        ],
        DESCRIPTION,
      ),
    ).toBe(
      [
        'Name:        demo',
        'Start Time:  now',
        'Conditions:',
        '  Type                       Status',
        '  PodReadyToStartContainers  True ',
        'Volumes:                     <none>',
        '',
      ].join('\n'),
    )
  })

  it('has a line for each line, and loses no cell', () => {
    const lines = fc.array(fc.array(fc.stringMatching(/^[a-z]{0,5}$/), { minLength: 1, maxLength: 4 }))
    fc.assert(
      fc.property(lines, (cells) => {
        const text = writeTabbed(cells, DESCRIPTION).split('\n')
        expect(text.slice(0, -1).map((line) => line.replaceAll(' ', ''))).toEqual(
          cells.map((line) => line.join('')),
        )
      }),
    )
  })
})
