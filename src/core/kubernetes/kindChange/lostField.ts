import type { Path } from '../path'

/** A field that cannot come along when a workload becomes one of another kind. */
export interface LostField {
  readonly path: Path
  /** Why, in a sentence. */
  readonly why: string
}
