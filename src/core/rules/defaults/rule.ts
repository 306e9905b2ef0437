import type { Json, JsonObject } from '../../kubernetes/json'

/** What the defaults of an object may depend on beside the object itself. */
export interface Context {
  /** The kind of the document. */
  readonly kind: string
  /** Whether the pod uses the node's network. */
  readonly hostNetwork: boolean
}

/** What the server fills in where an object of a type stands. */
export interface Rule {
  /** Fields that are set where there is none. */
  readonly fixed?: Readonly<Record<string, Json>>
  /** Fields that depend on others: sets them on the draft, which is a copy of its own, but not deeper. */
  readonly computed?: (draft: JsonObject, context: Context) => void
}

export type Rules = Readonly<Record<string, Rule>>
