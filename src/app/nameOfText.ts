import { objectsIn } from '../core/kubernetes/objects'
import { parse } from '../core/yaml/parse'

/** Takes a manifest's text; gives the name of its first named object, or null. */
export function nameOfText(text: string): string | null {
  return objectsIn(parse(text).documents).find(({ name }) => name !== '')?.name ?? null
}
