import type { FormBase } from './FormSections'

/** Takes the mappings of a form, and by their ids the fields that have controls elsewhere in it; gives the mappings that know it. */
export function covering(
  bases: readonly FormBase[],
  covered: Readonly<Record<string, readonly string[]>>,
): readonly FormBase[] {
  return bases.map((base) =>
    Object.hasOwn(covered, base.id) ? { ...base, covered: covered[base.id] ?? [] } : base,
  )
}
