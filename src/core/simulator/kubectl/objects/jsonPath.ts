import { isArray, isObject, type Json } from '../../../kubernetes/json'

/*
 * The part of kubectl's JSONPath that people use (k8s.io/client-go/util/jsonpath): fields, indices, slices, `[*]`,
 * filters, `..`, `{range}…{end}`, texts between braces.
 */

type Step =
  | { readonly is: 'field'; readonly name: string }
  | { readonly is: 'index'; readonly at: number }
  | { readonly is: 'slice'; readonly from: number | undefined; readonly to: number | undefined }
  | { readonly is: 'all' }
  | { readonly is: 'deep' }
  | { readonly is: 'filter'; readonly left: readonly Step[]; readonly operator: string; readonly right: Json }

type Piece =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'path'; readonly steps: readonly Step[] }
  | { readonly is: 'range'; readonly steps: readonly Step[]; readonly body: readonly Piece[] }

export type JsonPath = { readonly pieces: readonly Piece[] } | { readonly error: string }

const STEPS: readonly (readonly [RegExp, (match: RegExpExecArray) => Step])[] = [
  [/^\.\./, () => ({ is: 'deep' })],
  [/^\.\*/, () => ({ is: 'all' })],
  [/^\.?((?:[^\s.,[\]$@{}\\]|\\.)+)/, ([, name = '']) => ({ is: 'field', name: name.replaceAll('\\', '') })],
  [/^\.$/, () => ({ is: 'slice', from: 0, to: 0 })],
  [/^\[\*\]/, () => ({ is: 'all' })],
  [/^\[(-?\d+)\]/, ([, at = '0']) => ({ is: 'index', at: Number(at) })],
  [
    /^\[(-?\d*):(-?\d*)\]/,
    ([, from = '', to = '']) => ({ is: 'slice', from: boundOf(from), to: boundOf(to) }),
  ],
  [/^\[(?:'([^']*)'|"([^"]*)")\]/, ([, a, b]) => ({ is: 'field', name: a ?? b ?? '' })],
]

const FILTER = /^\[\?\(\s*@([^=!<>)]*?)\s*(?:(==|!=|<=|>=|<|>)\s*(.+?))?\s*\)\]/

function boundOf(text: string): number | undefined {
  return text === '' ? undefined : Number(text)
}

/** Takes a path without its braces; gives its steps, or null where it can't be read. */
function stepsOf(path: string): readonly Step[] | null {
  const steps: Step[] = []
  let rest = path.trim().replace(/^[$@]/, '')
  while (rest !== '' && rest !== '.') {
    const filter = FILTER.exec(rest)
    if (filter !== null) {
      const [all, left = '', operator = 'exists', right = ''] = filter
      const inner = stepsOf(left)
      if (inner === null) return null
      steps.push({ is: 'filter', left: inner, operator, right: literalOf(right) })
      rest = rest.slice(all.length)
      continue
    }
    const found = STEPS.find(([pattern]) => pattern.test(rest))
    const match = found?.[0].exec(rest)
    if (found === undefined || match === undefined || match === null) return null
    steps.push(found[1](match))
    rest = rest.slice(match[0].length)
  }
  return steps
}

function literalOf(text: string): Json {
  const quoted = /^(['"])(.*)\1$/.exec(text)
  if (quoted !== null) return quoted[2] ?? ''
  if (text === 'true' || text === 'false') return text === 'true'
  return text !== '' && !Number.isNaN(Number(text)) ? Number(text) : text
}

/** Takes a template (`{.items[*].metadata.name}`; braces may be left out around a lone path); gives it read, or kubectl's error. */
export function parseJsonPath(template: string): JsonPath {
  const text = template.includes('{') ? template : `{${template.startsWith('.') ? '' : '.'}${template}}`
  const stack: { readonly steps: readonly Step[]; readonly body: Piece[] }[] = [{ steps: [], body: [] }]
  const put = (piece: Piece) => stack.at(-1)?.body.push(piece)
  for (const [, outside, inside, unclosed] of text.matchAll(
    /([^{]+)|\{((?:'[^']*'|"(?:[^"\\]|\\.)*"|[^}])*)\}|(\{)/g,
  )) {
    if (unclosed !== undefined) return { error: 'unclosed action' }
    if (outside !== undefined) {
      put({ is: 'text', text: outside })
      continue
    }
    const code = (inside ?? '').trim()
    const quoted = /^(['"])([^]*)\1$/.exec(code)
    if (quoted !== null) put({ is: 'text', text: unescaped(quoted[2] ?? '') })
    else if (code === 'end') {
      const loop = stack.pop()
      if (loop === undefined || stack.length === 0) return { error: 'not in range, nothing to end' }
      put({ is: 'range', ...loop })
    } else {
      const isRange = code.startsWith('range ')
      const steps = stepsOf(isRange ? code.slice('range '.length) : code)
      if (steps === null) return { error: `unrecognized path ${code}` }
      if (isRange) stack.push({ steps, body: [] })
      else put({ is: 'path', steps })
    }
  }
  if (stack.length > 1) return { error: 'unclosed range' }
  return { pieces: stack[0]?.body ?? [] }
}

function unescaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' }
  return text.replace(/\\(.)/g, (_all, sign: string) => signs[sign] ?? sign)
}

/** Takes a template that was read, and a value; gives the text. What is not there is left out, as `kubectl get` does. */
export function writeJsonPath(pieces: readonly Piece[], value: Json): string {
  return pieces
    .map((piece) => {
      if (piece.is === 'text') return piece.text
      const found = walk(piece.steps, [value])
      if (piece.is === 'path') return found.map((each) => shown(each)).join(' ')
      return found.map((each) => writeJsonPath(piece.body, each)).join('')
    })
    .join('')
}

/** Takes a path (`.metadata.name`, with or without braces) and a value; gives all that stands there, or null where the path can't be read. */
export function valuesAt(path: string, value: Json): readonly Json[] | null {
  const steps = stepsOf(path.replace(/^\{(.*)\}$/s, '$1'))
  return steps === null ? null : walk(steps, [value])
}

function shown(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function walk(steps: readonly Step[], values: readonly Json[]): readonly Json[] {
  return steps.reduce<readonly Json[]>((found, step) => found.flatMap((value) => take(step, value)), values)
}

function take(step: Step, value: Json): readonly Json[] {
  switch (step.is) {
    case 'field': {
      const part = isObject(value) && Object.hasOwn(value, step.name) ? value[step.name] : undefined
      return part === undefined ? [] : [part]
    }
    case 'index': {
      const item = isArray(value) ? value.at(step.at) : undefined
      return item === undefined ? [] : [item]
    }
    case 'slice':
      return isArray(value) ? value.slice(step.from, step.to) : []
    case 'all':
      return partsOf(value)
    case 'deep':
      return everything(value)
    case 'filter':
      return partsOf(value).filter((item) => passes(step.left, step.operator, step.right, item))
  }
}

function partsOf(value: Json): readonly Json[] {
  return isArray(value) ? value : isObject(value) ? Object.values(value) : []
}

function everything(value: Json): readonly Json[] {
  return [value, ...partsOf(value).flatMap((part) => everything(part))]
}

const COMPARISONS: Readonly<Record<string, (a: Json, b: Json) => boolean>> = {
  exists: () => true,
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => Number(a) < Number(b),
  '>': (a, b) => Number(a) > Number(b),
  '<=': (a, b) => Number(a) <= Number(b),
  '>=': (a, b) => Number(a) >= Number(b),
}

function passes(left: readonly Step[], operator: string, right: Json, item: Json): boolean {
  const [found] = walk(left, [item])
  return found !== undefined && COMPARISONS[operator]?.(found, right) === true
}
