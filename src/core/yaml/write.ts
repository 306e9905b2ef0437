import type { Json } from '../kubernetes/json'
import { parse } from './parse'
import { revise } from './revise'

/**
 * Takes a text and the documents it shall mean; gives the text that means them, touching only what must change:
 * `write(t, read(t).documents) === t`, and `read(write(t, m)).documents` equals `m`.
 */
export function write(text: string, documents: readonly Json[]): string {
  return revise(parse(text), documents).source.text
}
