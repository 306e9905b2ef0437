import { isArray, isObject, type Json } from './json'

/**
 * The one address for everything: the document's index in the text, then keys and indices,
 * e.g. `[0, 'spec', 'template', 'spec', 'containers', 1, 'name']`.
 * Form fields write to it, nodes and diagnostics carry it, `core/yaml/locate` maps it to a range.
 */
export type Path = readonly (string | number)[]

/** Takes the documents (or any part of one) and a path from there; gives the value, or undefined where there is none. */
export function valueAt(root: Json | readonly Json[] | undefined, path: Path): Json | undefined {
  let value: Json | readonly Json[] | undefined = root
  for (const step of path) {
    if (typeof step === 'number') value = Array.isArray(value) ? value[step] : undefined
    else value = isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined
    if (value === undefined) return undefined
  }
  return isArrayOrJson(value) ? value : undefined
}

function isArrayOrJson(value: Json | readonly Json[] | undefined): value is Json {
  return value !== undefined && (!Array.isArray(value) || isArray(value))
}

/** Takes two paths; says whether they are the same address. */
export function samePath(a: Path | null, b: Path | null): boolean {
  if (a === b) return true
  if (a === null || b === null || a.length !== b.length) return false
  return a.every((step, i) => step === b[i])
}

/** Takes a path and a candidate ancestor; says whether `path` is `ancestor` or lies below it. */
export function isWithin(path: Path, ancestor: Path): boolean {
  return path.length >= ancestor.length && ancestor.every((step, i) => step === path[i])
}

/** Takes a path; gives it as the API server prints field paths, without the document: `spec.containers[1].name`. */
export function formatPath(path: Path): string {
  let text = ''
  for (const step of path.slice(1)) {
    if (typeof step === 'number') text += `[${step}]`
    else if (/^[A-Za-z_][\w-]*$/.test(step)) text += text === '' ? step : `.${step}`
    else text += `[${step}]`
  }
  return text
}
