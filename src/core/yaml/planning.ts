import type { Json } from '../kubernetes/json'
import type { DocumentTree, Entry, YamlNode } from './tree'

/** Where a value stands, for replacing it. */
export type Site =
  | { readonly kind: 'root'; readonly tree: DocumentTree }
  | { readonly kind: 'entry'; readonly entry: Entry; readonly parentStart: number; readonly inFlow: boolean }

/** What a plan is made with. */
export interface Planning {
  readonly text: string
  /** The line break of the text. */
  readonly newline: string
  /** Below this many levels a value that changed is printed anew. */
  readonly depth: number
  /** What the anchored nodes passed so far will mean; undefined for those that go. */
  readonly anchors: Map<YamlNode, Json | undefined>
}
