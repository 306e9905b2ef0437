import { isObject, type Json } from '../kubernetes/json'
import { parse } from './parse'
import type { Problem } from './problem'

/**
 * Takes a text of YAML documents; gives what an API server would read from it, or the problem that keeps it
 * from being read (then there are no documents). What aliases bring in is a copy at each place. Never throws.
 */
export function read(text: string): { documents: Json[]; problem: Problem | null } {
  const { trees, problem } = parse(text)
  const documents = trees.map(({ node }) => (node.aliased ? copied(node.value) : node.value))
  return { documents, problem }
}

function copied(value: Json): Json {
  if (Array.isArray(value)) return value.map(copied)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copied(item)]))
}
