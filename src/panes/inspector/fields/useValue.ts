import { isObject, type Json } from '../../../core/kubernetes/json'
import { valueAt, type Path } from '../../../core/kubernetes/path'
import { useDesigner } from '../../../store/designer'

/** Takes a path; gives what the last readable manifest has there. Renders anew only when that changes. */
export function useValue(path: Path): Json | undefined {
  return useDesigner((designer) => valueAt(designer.manifest, path))
}

/** Takes a value; gives it as the text of a field. Mappings and lists give their JSON. */
export function asText(value: Json | undefined): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Takes a value; says whether one line of text can hold it. */
export function isScalar(value: Json | undefined): boolean {
  return !isObject(value) && !Array.isArray(value)
}

/** Takes a value where text belongs; gives what is wrong with its type, or null. */
export function textMisfit(value: Json | undefined): string | null {
  if (!isScalar(value)) return 'Text belongs here, but the YAML has a list or mapping. Change it in the YAML.'
  if (typeof value === 'number' || typeof value === 'boolean')
    return `Must be text, but YAML reads ${String(value)} as a ${typeof value}. Typing here puts it in quotes.`
  return null
}
