import type { Check } from './names'
import type { Path } from './path'

/** One of the values a field offers. */
export interface Choice {
  readonly value: string
  readonly label: string
  readonly help: string
}

/** What kind of object or part of the pod a field names, so that a form can offer those the manifest has. */
export type Named = 'ConfigMap' | 'Secret' | 'PersistentVolumeClaim' | 'container' | 'volume'

/** How a field is filled in. */
export type SourceControl =
  /** One line of text. `names`: the kind of thing whose name it is. */
  | {
      readonly control: 'text'
      readonly check: Check | null
      readonly example: string
      readonly names?: Named
    }
  /** A key of the ConfigMap or Secret that the field at `of` (a path in the same value) names. */
  | { readonly control: 'key'; readonly of: Path; readonly names: 'ConfigMap' | 'Secret' }
  /** A whole number. */
  | { readonly control: 'number'; readonly check: Check; readonly example: string }
  /** An amount such as 64Mi (text in YAML). */
  | { readonly control: 'quantity'; readonly example: string }
  /** Permission bits: typed in octal, a number in YAML. */
  | { readonly control: 'mode' }
  | { readonly control: 'switch' }
  /** One of a few values; the empty value means that the field is left out. */
  | { readonly control: 'choice'; readonly choices: readonly Choice[] }
  /** A path of FIELD_PATHS. */
  | { readonly control: 'fieldPath'; readonly use: 'env' | 'volume' }
  /** A resource of RESOURCES, e.g. limits.cpu. */
  | { readonly control: 'resource' }
  /** A list of { key, path, mode? }: which keys become which files. */
  | { readonly control: 'keyItems'; readonly names: 'ConfigMap' | 'Secret' }
  /** A list of { path, fieldRef | resourceFieldRef, mode? }: which fields become which files. */
  | { readonly control: 'downwardItems' }
  /** The list of sources of a projected volume: rows of PROJECTED_SOURCES. */
  | { readonly control: 'projectedSources' }

/** A field of a source. `path` starts at the source's own value (for `configMap: {name: x}` at `{name: x}`). */
export type SourceField = SourceControl & {
  readonly path: Path
  readonly label: string
  readonly help: string
  readonly required: boolean
}
