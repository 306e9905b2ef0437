import type { Json } from '../kubernetes/json'
import { parse } from './parse'
import type { Problem } from './problem'

/**
 * Takes a text of YAML documents; gives what an API server would read from it, or the problem that keeps it
 * from being read (then there are no documents). Never throws.
 */
export function read(text: string): { documents: Json[]; problem: Problem | null } {
  const { documents, problem } = parse(text)
  return { documents: [...documents], problem }
}
