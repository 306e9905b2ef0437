import type { Event } from 'js-yaml'
import { compose, MAX_SIZE, Refusal } from './compose'
import { eventsOf } from './events'
import { explain, problemAt } from './explain'
import type { Problem } from './problem'
import type { Source } from './source'
import type { DocumentTree } from './tree'

/** Takes a text; gives its documents with their places in it, or the problem that keeps it from being read. Never throws. */
export function parse(text: string): Source {
  const result = composeText(text)
  if ('problem' in result) return { text, documents: [], problem: result.problem, trees: [] }
  return sourceOf(text, result.trees)
}

/** Takes a text and the trees of its documents; gives them as a source. */
export function sourceOf(text: string, trees: readonly DocumentTree[]): Source {
  return { text, documents: trees.map((tree) => tree.node.value), problem: null, trees }
}

function composeText(text: string): { trees: readonly DocumentTree[] } | { problem: Problem } {
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
    return { trees: compose(text, events) }
  } catch (thrown) {
    if (thrown instanceof Refusal)
      return { problem: problemAt(text, thrown.offset, thrown.advice, thrown.message) }
    throw thrown
  }
}
