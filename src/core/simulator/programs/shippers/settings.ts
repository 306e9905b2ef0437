import { FileError } from '../../filesystem/fileSystem'
import { parse } from '../../../yaml/parse'
import type { Json } from '../../../kubernetes/json'
import type { Process } from '../process'

/** Takes a process and the path of a YAML file; gives what it says, with `${VAR}` put in, undefined where there is none or it can't be read. */
export function readSettings(process: Process, path: string): Json | undefined {
  let text: string
  try {
    text = process.files.readText(path)
  } catch (error) {
    if (error instanceof FileError) return undefined
    throw error
  }
  const put = text.replaceAll(
    /\$\{([A-Za-z_]\w*)(?::-?([^}]*))?\}/g,
    (_, name: string, otherwise: string | undefined) => process.env.get(name) ?? otherwise ?? '',
  )
  const [document] = parse(put).documents
  return document ?? undefined
}

/** Takes a value and the way into it; gives what is there. A name with dots may be one key, or a way of its own: beats allow both. */
export function settingAt(value: Json | undefined, ...way: readonly string[]): Json | undefined {
  const [name, ...rest] = way
  if (name === undefined || value === undefined) return value
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  for (let count = way.length; count > 0; count -= 1) {
    const found = value[way.slice(0, count).join('.')]
    if (found !== undefined) return settingAt(found, ...way.slice(count))
  }
  return rest.length === 0 ? undefined : settingAt(value[name], ...rest)
}

/** Takes a value; gives its items, a single one as a list of one. */
export function itemsOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

/** Takes a value; gives the texts in it. */
export function textsOf(value: Json | undefined): readonly string[] {
  return itemsOf(value).filter((item) => typeof item === 'string')
}

/** Takes a value; gives it as text where it is text or a number. */
export function textAt(value: Json | undefined, ...way: readonly string[]): string | undefined {
  const found = settingAt(value, ...way)
  return typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean'
    ? String(found)
    : undefined
}
