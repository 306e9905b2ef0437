import type { Path } from '../kubernetes/path'

/**
 * Where a field stands, in both tongues: `String(field)` is what the API server prints
 * (`spec.containers[0].resources.limits[cpu]`), `field.path` is the address in our documents. As `field.Path` of
 * k8s.io/apimachinery/pkg/util/validation/field: a chain of steps, printed only where somebody asks.
 */
export class FieldPath {
  private constructor(
    private readonly parent: FieldPath | null,
    private readonly step: string | number | null,
    private readonly printed: string,
  ) {}

  /** Takes the index of a document in the text; gives the path of its root, which prints as nothing. */
  static root(index: number): FieldPath {
    return new FieldPath(null, index, '')
  }

  /** Takes the names of fields, outermost first; gives the path below this one. */
  child(...names: string[]): FieldPath {
    let field = new FieldPath(this, names[0] ?? null, names[0] === undefined ? '' : `.${names[0]}`)
    for (const name of names.slice(1)) field = new FieldPath(field, name, `.${name}`)
    return field
  }

  /** Takes an index; gives the path of that item. */
  index(index: number): FieldPath {
    return new FieldPath(this, index, `[${index}]`)
  }

  /** Takes a key of a map; gives the path of its entry, printed in brackets. */
  key(key: string): FieldPath {
    return new FieldPath(this, key, `[${key}]`)
  }

  /**
   * Takes what the server prints below this path, and the steps that lead to the place in a document; gives that path.
   * For where the two differ: `spec.template.labels` is `spec.template.metadata.labels`.
   */
  printedAs(printed: string, ...steps: (string | number)[]): FieldPath {
    if (steps.length === 0) return new FieldPath(this, null, printed)
    return steps.reduce<FieldPath>(
      (field, step, i) => new FieldPath(field, step, i === steps.length - 1 ? printed : ''),
      this,
    )
  }

  /** The address in our documents. */
  get path(): Path {
    const above = this.parent === null ? [] : this.parent.path
    return this.step === null ? above : [...above, this.step]
  }

  /** As the API server prints it. */
  toString(): string {
    const text = this.wholeText()
    return text.startsWith('.') ? text.slice(1) : text
  }

  private wholeText(): string {
    return this.parent === null ? this.printed : this.parent.wholeText() + this.printed
  }
}
