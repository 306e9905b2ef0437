import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { isObject, type JsonObject } from '../core/kubernetes/json'

/** Takes the name of a compressed file of JSON lines beside this one; gives its objects. */
export function goldenRecords(name: string): JsonObject[] {
  return recordsOf(gunzipSync(readFileSync(`src/golden/${name}.jsonl.gz`)).toString('utf8'))
}

/** Takes a text of JSON lines; gives its objects. */
export function recordsOf(lines: string): JsonObject[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      const record: unknown = JSON.parse(line)
      return isObject(record) ? [record] : []
    })
}
