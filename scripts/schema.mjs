// Makes the schema of a Kubernetes version from its OpenAPI definitions: `npm run schema`, or for a newer version
// `npm run schema -- 1.37` beside its own openapi-1.37.json and fieldOrder-1.37.json.
import { readFileSync, writeFileSync } from 'node:fs'
import { condense } from './condenseSchema.mjs'

const version = process.argv[2] ?? '1.36'
const folder = new URL('../src/core/kubernetes/schema/', import.meta.url)
const read = (/** @type {string} */ name) =>
  JSON.parse(readFileSync(new URL(`${name}-${version}.json`, folder), 'utf8'))

const { shape, documentation } = condense(read('openapi'), read('fieldOrder'), version)
for (const [name, text] of Object.entries({ shape, documentation })) {
  writeFileSync(new URL(`${name}-${version}.json`, folder), text)
  console.log(`${name}-${version}.json  ${(text.length / 1024).toFixed(0)} KiB`)
}
