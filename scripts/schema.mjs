// Makes the schema of a Kubernetes version from its OpenAPI definitions: `npm run schema`, or for a newer version
// `npm run schema -- 1.37` beside its own openapi-1.37.json and fieldOrder-1.37.json.
import { readFileSync, writeFileSync } from 'node:fs'
import { condense } from './condenseSchema.mjs'

const version = process.argv[2] ?? '1.36'
const folder = new URL('../src/core/kubernetes/schema/', import.meta.url)
const read = (/** @type {string} */ name) =>
  JSON.parse(readFileSync(new URL(`${name}-${version}.json`, folder), 'utf8'))

const { types, ...tables } = condense(read('openapi'), read('fieldOrder'), version)
const files = Object.entries(tables).map(([name, text]) => [`${name}-${version}.json`, text])
for (const [name = '', text = ''] of [...files, [`types-${version}.ts`, types]]) {
  writeFileSync(new URL(name, folder), text)
  console.log(`${name}  ${(text.length / 1024).toFixed(0)} KiB`)
}
