import { bench } from 'vitest'
import { corpusTexts, goldenManifests } from '../../../golden/texts'
import { parse } from '../../yaml/parse'
import { advise } from './advise'

const manifests = goldenManifests().map(({ text }) => parse(text))
const corpus = corpusTexts().map(({ text }) => parse(text))
const pieces = corpus.reduce((sum, { documents }) => sum + documents.length, 0)

bench('advise on the manifests of the project', () => {
  for (const source of manifests) advise(source)
})

bench.skipIf(corpus.length === 0)(`advise on ${pieces} documents of other people`, () => {
  for (const source of corpus) advise(source)
})
