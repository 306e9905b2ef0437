import { isArray, isObject, type Json, type JsonObject } from '../../kubernetes/json'
import type { Path } from '../../kubernetes/path'
import type { FieldType } from '../../kubernetes/schema/field'
import { goFieldName, goTypeName } from './goTypes'
import { isStatus, knownFields } from './knownFields'
import { scalarFault, wrongType, type Fault } from './readScalar'

/** Something the server can't read, and where it stands in the document. */
export interface DecodeFault {
  /** From the document on. */
  readonly path: Path
  readonly message: string
}

/**
 * What a document means to the server: the object without nulls and without `status`, or why it can't be read. Where
 * only a strict reader refuses it (`rest`), what the object is without the fields nobody knows.
 */
export type Decoded =
  | { readonly object: JsonObject }
  | { readonly faults: readonly DecodeFault[]; readonly rest: JsonObject | null }

/** Go's zero value of a type where it is no pointer: what a null in a list or map is read as. */
function zeroOf(type: FieldType): Json {
  if (type.is === 'list') return []
  if (type.is !== 'scalar') return {}
  return type.scalar === 'boolean' ? false : type.scalar.startsWith('int') ? 0 : ''
}

/**
 * Takes a document (a mapping) and the name of its kind; reads it as the server does with fieldValidation=Strict
 * (sigs.k8s.io/json, k8s.io/apimachinery/pkg/runtime/serializer/json). Keys go by the alphabet, because YAML becomes
 * JSON by way of a Go map; of values that can't be read only the first is told, and unknown fields only where there is
 * none of these.
 */
export function decode(document: JsonObject, kind: string): Decoded {
  const reader = new Reader()
  const object = reader.object(document, kind, [])
  if (reader.fault !== null) return { faults: [reader.fault], rest: null }
  return reader.unknown.length > 0 ? { faults: reader.unknown, rest: object } : { object }
}

class Reader {
  fault: DecodeFault | null = null
  readonly unknown: DecodeFault[] = []
  private readonly steps: (string | number)[] = []

  object(value: JsonObject, owner: string, goPath: readonly string[]): JsonObject {
    const fields = knownFields(owner)
    const result: JsonObject = {}
    for (const name of Object.keys(value).toSorted()) {
      const item = value[name] ?? null
      const type = fields.get(name)
      this.steps.push(name)
      if (type === undefined) this.unknown.push({ path: [...this.steps], message: this.printed() })
      else if (item !== null) {
        const read = this.value(item, type, owner, name, [...goPath, goFieldName(owner, name)])
        if (!isStatus(owner, name)) result[name] = read
      }
      this.steps.pop()
    }
    return result
  }

  private value(value: Json, type: FieldType, owner: string, name: string, goPath: readonly string[]): Json {
    if (value === null) return zeroOf(type)
    switch (type.is) {
      case 'object':
        if (isObject(value)) return this.object(value, type.type, goPath)
        break
      case 'list':
        if (isArray(value))
          return value.map((item, index) => {
            this.steps.push(index)
            const read = this.value(item, type.of, owner, name, goPath)
            this.steps.pop()
            return read
          })
        break
      case 'map':
        if (isObject(value)) return this.map(value, type.of, owner, name, goPath)
        break
      case 'scalar': {
        const fault = scalarFault(value, type.scalar)
        if (fault !== null) this.report(fault, type, owner, name, goPath)
        return value
      }
    }
    this.report(wrongType(value), type, owner, name, goPath)
    return zeroOf(type)
  }

  private map(
    value: JsonObject,
    of: FieldType,
    owner: string,
    name: string,
    goPath: readonly string[],
  ): JsonObject {
    const entries = Object.keys(value)
      .toSorted()
      .map((key) => {
        this.steps.push(key)
        const read = this.value(value[key] ?? null, of, owner, name, goPath)
        this.steps.pop()
        return [key, read] as const
      })
    return Object.fromEntries(entries)
  }

  private report(
    fault: Fault,
    type: FieldType,
    owner: string,
    name: string,
    goPath: readonly string[],
  ): void {
    if (this.fault !== null) return
    const goType = goTypeName(type, `${owner}.${name}`)
    const message =
      fault.is === 'text'
        ? fault.message
        : `json: cannot unmarshal ${fault.got} into Go struct field ${owner}.${goPath.join('.')} of type ${goType}`
    this.fault = { path: [...this.steps], message }
  }

  /** Where the reader is, as its complaints about unknown fields print it: keys of maps by a dot too. */
  private printed(): string {
    let text = ''
    for (const step of this.steps)
      text += typeof step === 'number' ? `[${step}]` : text === '' ? step : `.${step}`
    return text
  }
}
