import type { Path } from '../kubernetes/path'
import type { TextRange } from '../yaml/source'

/** A key or a value that stands in the text. */
export interface Token extends TextRange {
  /** The address of what it is the key of, or the value of. */
  readonly path: Path
  readonly role: 'key' | 'value'
  /** Whether a `:` follows a key. */
  readonly hasColon: boolean
  /** Whether it is in brackets or braces. */
  readonly inFlow: boolean
  /** Whether it is a value that begins its line, or follows a dash: it may yet become a key. */
  readonly isFirst: boolean
  readonly column: number
}
