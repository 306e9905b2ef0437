import { describe, expect, it } from 'vitest'
import { goldenManifests } from '../../../golden/texts'
import type { Json } from '../../kubernetes/json'
import { parse } from '../../yaml/parse'
import { revise } from '../../yaml/revise'
import { judge } from '../judge'
import { filledIn } from './filledIn'

describe('filledIn', () => {
  it('adds what is not written, and leaves what is', () => {
    const pod: Json = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'a' },
      spec: {
        containers: [{ name: 'c', image: 'nginx', resources: { limits: { cpu: '1000m' } } }],
        hostPID: false,
      },
    }
    expect(filledIn(pod)).toMatchObject({
      metadata: { name: 'a', namespace: 'default' },
      spec: {
        restartPolicy: 'Always',
        hostPID: false,
        containers: [
          {
            name: 'c',
            imagePullPolicy: 'Always',
            resources: { limits: { cpu: '1000m' }, requests: { cpu: '1' } },
          },
        ],
      },
    })
  })

  it('says by which version the fields of a pod are read for a file: a form need not write it', () => {
    const items = [{ path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } }]
    const sources = [{ downwardAPI: { items } }]
    const pod: Json = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'a' },
      spec: {
        containers: [{ name: 'c', image: 'nginx' }],
        volumes: [
          { name: 'facts', downwardAPI: { items } },
          { name: 'all', projected: { sources } },
        ],
      },
    }
    expect(judge(pod)).toMatchObject({ accepted: true, causes: [] })
    const filled = [{ path: 'labels', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.labels' } }]
    expect(filledIn(pod)).toMatchObject({
      spec: {
        volumes: [
          { downwardAPI: { items: filled } },
          { projected: { sources: [{ downwardAPI: { items: filled } }] } },
        ],
      },
    })
  })

  it.each<[string, Json]>([
    ['another kind', { apiVersion: 'example.com/v1', kind: 'Thing' }],
    ['what can’t be read', { apiVersion: 'v1', kind: 'Pod', spec: 5 }],
    ['nothing', null],
  ])('leaves %s alone', (_, document) => {
    expect(filledIn(document)).toBe(document)
  })

  it.each(goldenManifests())('written into the text of $file it only adds', ({ text }) => {
    const source = parse(text)
    const { edits } = revise(source, source.documents.map(filledIn))
    expect(edits.length).toBeGreaterThan(0)
    const lost = edits.map(({ start, end }) => text.slice(start, end)).join('')
    expect(lost.replaceAll(/[\s{}]/g, '')).toBe('')
  })
})
