import type { Json } from '../kubernetes/json'
import { adopt } from './adopt'
import type { Event } from 'js-yaml'
import { compose } from './compose'
import { eventsOf } from './events'
import { explain, problemAt } from './explain'
import type { Problem } from './problem'
import { MAX_SIZE, Refusal } from './refusal'
import type { Source } from './source'
import type { DocumentTree } from './tree'

/**
 * Takes a text, and documents that it may still mean in part; gives its documents with their places in it, or the
 * problem that keeps it from being read. What means the same as in `known` keeps that identity. Never throws.
 */
export function parse(text: string, known: readonly Json[] = []): Source {
  const result = composeText(text, 0)
  if ('problem' in result) return { text, documents: [], problem: result.problem, trees: [] }
  for (const [i, tree] of result.trees.entries()) adopt(tree.node, known[i])
  return sourceOf(text, result.trees)
}

/** Takes a text and the trees of its documents; gives them as a source. */
export function sourceOf(text: string, trees: readonly DocumentTree[]): Source {
  return { text, documents: trees.map((tree) => tree.node.value), problem: null, trees }
}

/** Takes a text and how many levels lie around it; gives its trees, or the problem. */
export function composeText(
  text: string,
  depth: number,
): { readonly trees: readonly DocumentTree[] } | { readonly problem: Problem } {
  if (text.length > MAX_SIZE)
    return {
      problem: problemAt(
        text,
        0,
        'This text is larger than 10 MB. Open a smaller part of it.',
        'text over 10 MB',
      ),
    }
  let events: readonly Event[]
  try {
    events = eventsOf(text)
  } catch (thrown) {
    return { problem: explain(text, thrown) }
  }
  try {
    return { trees: compose(text, events, depth) }
  } catch (thrown) {
    if (thrown instanceof Refusal)
      return { problem: problemAt(text, thrown.offset, thrown.advice, thrown.message) }
    throw thrown
  }
}
