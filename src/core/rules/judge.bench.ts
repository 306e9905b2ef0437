import { bench, describe } from 'vitest'
import { corpusTexts, goldenManifests } from '../../golden/texts'
import { isObject, type Json } from '../kubernetes/json'
import { read } from '../yaml/read'
import { judge } from './judge'

/*
 * Documents a second: what is printed times the number of documents. A keystroke in a design judges one document again, so
 * its cost is that of the largest one.
 */

function judgeAll(documents: readonly Json[]): void {
  for (const document of documents) judge(document)
}

describe('documents', () => {
  const golden = goldenManifests().flatMap(({ text }) => read(text).documents)
  const corpus = corpusTexts().flatMap(({ text }) => read(text).documents)
  bench(`${golden.length} of the golden manifests`, () => judgeAll(golden))
  if (corpus.length > 0) bench(`${corpus.length} of other people`, () => judgeAll(corpus))
})

/** A Deployment with so many containers that it is about so many lines long. */
function deploymentOf(lines: number): Json {
  const containers = Array.from({ length: Math.max(1, Math.round((lines - 8) / 11)) }, (_, i) => ({
    name: `app-${i}`,
    image: 'registry.example.com/shop/app:2.0.1',
    ports: [{ containerPort: 8000 + i }],
    env: [{ name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } }],
    volumeMounts: [{ name: 'data', mountPath: '/data' }],
  }))
  const labels = { app: 'x' }
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'x' },
    spec: {
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers, volumes: [{ name: 'data', emptyDir: {} }] } },
    },
  }
}

describe('after a keystroke', () => {
  for (const lines of [36, 1000, 5000]) {
    const document = deploymentOf(lines)
    if (!isObject(document)) continue
    bench(`a document of ${lines} lines`, () => {
      judge({ ...document })
    })
  }
})
