import type { Json } from '../json'
import type { Mention } from '../mentions'
import { objectAt, place } from './ensure'
import { renameKey } from './mapping'

/** Takes the draft, where a name is written (as its mentions or its declarations are) and what it is now; writes that there. */
export function followName(
  documents: Json[],
  places: readonly Pick<Mention, 'path' | 'part' | 'name'>[],
  now: Json,
): void {
  for (const { path, part, name } of places) {
    if (part === 'value') place(documents, path, now)
    else {
      const mapping = objectAt(documents, path.slice(0, -1))
      if (mapping !== null && typeof now === 'string') renameKey(mapping, name, now)
    }
  }
}
