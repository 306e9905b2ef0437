import type { Json } from '../kubernetes/json'
import { printKey } from './quote'
import type { Kept } from './slots'
import type { TextEdit } from './source'
import type { YamlStyle } from './style'
import type { CollectionNode, Entry } from './tree'

/** Gives the edits inside of an entry that lead to its new value. */
export type Inside = (entry: Entry, value: Json) => TextEdit[]

/**
 * Takes an entry that stays (perhaps under another key), the collection that it stands in with its offset and style,
 * and how to edit inside; gives its edits. What a merge key points to is not edited by way of it.
 */
export function keptEdits(
  slot: Kept,
  node: CollectionNode,
  start: number,
  style: YamlStyle,
  inside: Inside,
): TextEdit[] {
  if (slot.kind === 'keep')
    return 'merge' in slot.entry && slot.entry.merge ? [] : inside(slot.entry, slot.value)
  const { keyAt, keyLength, keyStyle } = slot.entry
  const own = keyStyle === 'single' || keyStyle === 'double' ? { ...style, keyQuote: keyStyle } : style
  const insert = printKey(slot.key, own, node.style !== 'block')
  return [{ start: start + keyAt, end: start + keyAt + keyLength, insert }, ...inside(slot.entry, slot.value)]
}
