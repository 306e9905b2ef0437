import type { Json } from './json'
import type { Path } from './path'

/**
 * What a user does, as a function on a draft of the documents.
 * It changes the draft in place and may return the path to select afterwards.
 */
export type Change = (documents: Json[]) => Path | undefined
