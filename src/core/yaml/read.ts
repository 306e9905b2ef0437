import type { Json } from '../kubernetes/json'
import { copyOf } from '../kubernetes/shape'
import { parse } from './parse'
import type { Problem } from './problem'

/**
 * Takes a text of YAML documents; gives what an API server would read from it, or the problem that keeps it
 * from being read (then there are no documents). What aliases bring in is a copy at each place. Never throws.
 */
export function read(text: string): { documents: Json[]; problem: Problem | null } {
  const { trees, problem } = parse(text)
  const documents = trees.map(({ node }) => (node.aliased ? copyOf(node.value) : node.value))
  return { documents, problem }
}
