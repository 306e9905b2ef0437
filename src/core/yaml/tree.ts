import type { Json } from '../kubernetes/json'

/*
 * Where each part of a document stands in the text. Positions are relative to the parent (`at`), so that an edit
 * re-makes only the nodes on the way to it and the rest is shared: a tree is immutable and cheap to revise.
 */

interface NodeBase {
  /** From the node's start (its anchor and tag included) to the end of its last significant character. */
  readonly length: number
  /** Where the content begins, behind the anchor and the tag. */
  readonly contentAt: number
  readonly anchor: string | null
  readonly tagged: boolean
  /** Whether an alias or a merge key stands in it. */
  readonly aliased: boolean
  /** Whether an anchor stands on it or in it. */
  readonly anchored: boolean
  readonly value: Json
}

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded' | 'empty'

export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar'
  readonly style: ScalarStyle
}

export interface AliasNode extends NodeBase {
  readonly kind: 'alias'
  readonly target: YamlNode
}

export interface MappingNode extends NodeBase {
  readonly kind: 'mapping'
  /** `pair`: a single `key: value` in a flow sequence, without braces. */
  readonly style: 'block' | 'flow' | 'pair'
  readonly entries: readonly MappingEntry[]
}

export interface SequenceNode extends NodeBase {
  readonly kind: 'sequence'
  readonly style: 'block' | 'flow'
  readonly entries: readonly SequenceEntry[]
}

export type CollectionNode = MappingNode | SequenceNode
export type YamlNode = ScalarNode | AliasNode | CollectionNode

interface EntryBase {
  /** Where the entry begins: its key, its `?`, or its dash; relative to the collection's start. */
  readonly at: number
  /** Right behind the `:` or the dash; for an entry without one, where the value begins. */
  readonly indicatorAt: number
  /** Where the value begins. */
  readonly valueAt: number
  readonly node: YamlNode
}

export interface MappingEntry extends EntryBase {
  readonly key: string
  readonly keyAt: number
  readonly keyLength: number
  readonly keyStyle: ScalarStyle
  /** Written with `?`, or without a `:`. */
  readonly explicit: boolean
  /** `<<`: brings in the keys of other mappings. */
  readonly merge: boolean
}

export interface SequenceEntry extends EntryBase {
  readonly key: number
}

export type Entry = MappingEntry | SequenceEntry

/** One document of a text; offsets are absolute. */
export interface DocumentTree {
  /** Where its part of the text begins: the comments, directives and `---` before it included. */
  readonly start: number
  /** Where the `---` stands, or -1. */
  readonly markerAt: number
  /** Where content may begin: behind `---`, or at the first character that is no comment. */
  readonly bodyAt: number
  /** Where its root node begins. */
  readonly at: number
  readonly node: YamlNode
  /** Where its part of the text ends: at the next document's start or at the end of the text. */
  readonly end: number
  readonly directives: boolean
}

/** Takes the offset of a collection and an entry of it; gives where the entry ends. */
export function endOfEntry(start: number, entry: Entry): number {
  return start + Math.max(entry.valueAt + entry.node.length, entry.indicatorAt)
}
