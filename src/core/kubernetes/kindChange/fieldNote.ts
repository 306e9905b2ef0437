import type { Path } from '../path'

/** A field of a workload that becomes one of another kind, and in a sentence what happens to it. */
export interface FieldNote {
  readonly path: Path
  readonly why: string
}
