import type { Json, JsonObject } from '../../../src/core/kubernetes/json'
import type { Field } from '../../../src/core/kubernetes/schema/field'
import type { Scope } from './Scope'

/** What fills a form. */
export interface Filler {
  readonly fill: (scope: Scope, typeName: string, value: JsonObject) => Promise<void>
  readonly set: (scope: Scope, field: Field, mapping: JsonObject) => Promise<void>
  readonly clear: (scope: Scope, field: Field, mapping: JsonObject) => Promise<void>
  readonly rows: (group: Scope, count: number) => Promise<readonly Scope[]>
  readonly setMap: (group: Scope, value: JsonObject) => Promise<void>
  readonly reach: (scope: Scope, field: Field) => Promise<Scope>
}

/** A field where a form has a part that is not made from the schema. */
export interface Part {
  readonly form: Filler
  /** The part of the form that the mapping with the field has. */
  readonly scope: Scope
  readonly field: Field
  /** The mapping that is wanted. */
  readonly mapping: JsonObject
}

/** How such a part is filled and emptied. */
export interface OwnPart {
  readonly set: (part: Part, value: Json) => Promise<void>
  readonly clear: (part: Part) => Promise<void>
}
