import type { Json } from '../kubernetes/json'

/** What a scalar can't be read as, in words. */
export interface Unresolvable {
  readonly cause: string
}

type Scalar = { readonly value: Json } | Unresolvable

const WORDS = new Map<string, Json>([
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map((w) => [w, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map(
    (w) => [w, false] as const,
  ),
])

const NOT_JSON = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/
const INTEGER = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/

/**
 * Takes a plain scalar; gives the value that the API server reads (sigs.k8s.io/yaml over go-yaml 2: YAML 1.1 words,
 * Go's number literals, dates as strings), or why JSON can't hold it.
 */
export function resolvePlain(text: string): Scalar {
  const word = WORDS.get(text)
  if (word !== undefined) return { value: word }
  const first = text.charCodeAt(0)
  const isNumeric = (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46
  if (!isNumeric) return { value: text }
  if (NOT_JSON.test(text)) return { cause: `${text} is not a number that JSON, and so Kubernetes, can hold` }
  return { value: resolveNumber(text) ?? text }
}

function resolveNumber(text: string): number | null {
  // go-yaml drops underscores before it reads a number, except where the number begins with a point.
  const digits = text.startsWith('.') ? text : text.replaceAll('_', '')
  const integer = INTEGER.exec(digits)
  if (integer) {
    const [, sign, hex, binary, octal, decimal] = integer
    const size =
      hex !== undefined
        ? parseInt(hex, 16)
        : binary !== undefined
          ? parseInt(binary, 2)
          : octal !== undefined
            ? parseInt(octal, 8)
            : Number(decimal)
    return sign === '-' && size !== 0 ? -size : size
  }
  if (!FLOAT.test(digits)) return null
  const float = Number(digits)
  return Number.isFinite(float) ? float + 0 : null
}

type Tagged = (text: string, plain: boolean) => Scalar

const asKind =
  (kind: string, accepts: (value: Json) => boolean): Tagged =>
  (text) => {
    const scalar = resolvePlain(text)
    if ('value' in scalar && accepts(scalar.value)) return scalar
    return { cause: `\`${text}\` is not a ${kind}, as its tag says` }
  }

const TAGS: Readonly<Record<string, Tagged>> = {
  str: (text) => ({ value: text }),
  int: asKind('whole number', Number.isInteger),
  float: asKind('number', (value) => typeof value === 'number'),
  bool: asKind('boolean', (value) => typeof value === 'boolean'),
  null: asKind('null', (value) => value === null),
  binary: (text) => {
    try {
      const bytes = Uint8Array.from(atob(text.replace(/\s/g, '')), (char) => char.charCodeAt(0))
      return { value: new TextDecoder().decode(bytes) }
    } catch {
      return { cause: 'the tag !!binary needs base64' }
    }
  },
}

/**
 * Takes a scalar's text, whether it was plain, and its tag as written (`!!int`, `!foo`, `!`, or null);
 * gives its value as the API server reads it.
 */
export function resolveScalar(text: string, plain: boolean, tag: string | null): Scalar {
  if (tag === null) return plain ? resolvePlain(text) : { value: text }
  if (tag === '!') return resolvePlain(text)
  const core = /^(?:!!|!<tag:yaml\.org,2002:)([a-z]+)>?$/.exec(tag)?.[1]
  const resolve = core !== undefined && Object.hasOwn(TAGS, core) ? TAGS[core] : undefined
  if (resolve) return resolve(text, plain)
  return { value: text }
}
