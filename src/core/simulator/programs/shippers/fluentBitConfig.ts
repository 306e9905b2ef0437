import type { Json } from '../../../kubernetes/json'
import { FileError } from '../../filesystem/fileSystem'
import type { Process } from '../process'
import { itemsOf, readSettings, settingAt } from './settings'

/** A section of Fluent Bit's configuration: its properties by their name in small letters. */
export type Section = ReadonlyMap<string, string>

/** What Fluent Bit is told to do. */
export interface FluentBitConfig {
  readonly service: Section
  readonly inputs: readonly Section[]
  readonly outputs: readonly Section[]
}

/** Takes a process and a path; gives its configuration, in YAML or in the classic form; undefined where it can't be read (docs.fluentbit.io, Configuring Fluent Bit). */
export function readFluentBit(process: Process, path: string): FluentBitConfig | undefined {
  return /\.ya?ml$/.test(path) ? fromYaml(process, path) : fromClassic(process, path)
}

function fromYaml(process: Process, path: string): FluentBitConfig | undefined {
  const settings = readSettings(process, path)
  if (settings === undefined) return undefined
  return {
    service: sectionOf(settingAt(settings, 'service')),
    inputs: itemsOf(settingAt(settings, 'pipeline', 'inputs')).map(sectionOf),
    outputs: itemsOf(settingAt(settings, 'pipeline', 'outputs')).map(sectionOf),
  }
}

function sectionOf(value: Json | undefined): Section {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Map()
  return new Map(
    Object.entries(value).map(([name, property]) => [
      name.toLowerCase(),
      itemsOf(property).filter(isScalar).join(','),
    ]),
  )
}

function isScalar(value: Json): value is string | number | boolean {
  return value !== null && typeof value !== 'object'
}

function fromClassic({ files, env }: Process, path: string): FluentBitConfig | undefined {
  let text: string
  try {
    text = files.readText(path)
  } catch (error) {
    if (error instanceof FileError) return undefined
    throw error
  }
  const sections: { readonly kind: string; readonly properties: Map<string, string> }[] = []
  for (const line of text.split('\n')) {
    const [, kind] = /^\s*\[(\w+)\]/.exec(line) ?? []
    const [, name, value] = /^\s+([\w.]+)\s+(.*\S)\s*$/.exec(line) ?? []
    if (kind !== undefined) sections.push({ kind: kind.toUpperCase(), properties: new Map() })
    else if (name !== undefined && value !== undefined && !line.trim().startsWith('#'))
      sections.at(-1)?.properties.set(
        name.toLowerCase(),
        value.replaceAll(/\$\{(\w+)\}/g, (_, variable: string) => env.get(variable) ?? ''),
      )
  }
  const of = (kind: string) =>
    sections.filter((section) => section.kind === kind).map(({ properties }) => properties)
  return { service: of('SERVICE')[0] ?? new Map(), inputs: of('INPUT'), outputs: of('OUTPUT') }
}
