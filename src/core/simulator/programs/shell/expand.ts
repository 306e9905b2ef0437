import type { Steps } from '../../clock'
import { evaluate } from './arithmetic'
import { Fields } from './fields'
import { glob } from './globbing'
import { listOf, parameterText } from './parameter'
import { subshellOf } from './shellState'
import type { ShellState } from './shellState'
import { outputTo } from './streams'
import type { Streams } from './streams'
import type { Script, Word, WordPart } from './syntax'
import { Unwind } from './unwind'
import type { WordExpander } from './wordExpander'

/*
 * Word expansion (POSIX 2.6): tilde, parameters, command substitution, arithmetic; then field splitting and pathname
 * expansion for what was not quoted.
 */

/** Takes words and where they are; gives the fields that they become. */
export function* expandWords(words: readonly Word[], state: ShellState, streams: Streams): Steps<string[]> {
  const expanded: string[] = []
  for (const word of words) {
    const [only] = word.parts
    if (only !== undefined && word.parts.length === 1 && (only.type === 'SingleQuoted' || isPlain(only))) {
      expanded.push(only.value)
      continue
    }
    const { userland } = state.machine.image
    for (const alternative of userland === 'bash' ? braces(word.parts) : [plainBraces(word.parts)]) {
      const fields = new Fields(state.variables.get('IFS') ?? ' \t\n')
      yield* addParts(alternative, false, fields, state, streams)
      fields.end()
      for (const { text, pattern, hasGlob } of fields.done) {
        const isGlob = hasGlob && !state.options.has('noglob')
        const paths = isGlob ? glob(state.machine.process.files, state.cwd, pattern) : []
        expanded.push(...(paths.length === 0 ? [text] : paths))
      }
    }
  }
  return expanded
}

/** Takes a word; gives its text where nothing is split: an assignment, the target of a redirection, a `case`. */
export function* expandText(word: Word, state: ShellState, streams: Streams): Steps<string> {
  return yield* wholeText(plainBraces(word.parts), state, streams)
}

/** Takes a word; gives the pattern that it is: what is quoted in it is taken literally. */
export function* expandPattern(word: Word, state: ShellState, streams: Streams): Steps<string> {
  const fields = new Fields('')
  yield* addParts(word.parts, false, fields, state, streams)
  fields.end()
  return fields.done.map(({ pattern }) => pattern).join(' ')
}

/** Takes a script; gives what it writes, without the line ends at its end. */
function* substitute(script: Script, state: ShellState, streams: Streams): Steps<string> {
  let text = ''
  const outputs = new Map(streams.outputs)
  outputs.set(
    1,
    outputTo((written) => {
      text += written
    }),
  )
  const inner = subshellOf(state)
  try {
    state.substituted = yield* state.runner.script(script, inner, { ...streams, outputs })
  } catch (error) {
    if (!(error instanceof Unwind)) throw error
    state.substituted = error.kind === 'exit' || error.kind === 'return' ? error.status : inner.status
  }
  return text.replace(/\n+$/, '')
}

/** What an operation inside a word needs to expand its own words. */
export const EXPANDER: WordExpander = { text: expandText, pattern: expandPattern, substitute }

function* addParts(
  parts: readonly WordPart[],
  isQuoted: boolean,
  fields: Fields,
  state: ShellState,
  streams: Streams,
): Steps {
  for (const part of parts)
    switch (part.type) {
      case 'Literal':
        if (isQuoted) fields.quoted(part.value)
        else fields.literal(part.value)
        break
      case 'Glob':
        if (isQuoted) fields.quoted(part.pattern)
        else fields.literal(part.pattern)
        break
      case 'SingleQuoted':
      case 'Escaped':
        fields.quoted(part.value)
        break
      case 'DoubleQuoted':
        if (part.parts.length === 0) fields.quoted('')
        yield* addParts(part.parts, true, fields, state, streams)
        break
      case 'ParameterExpansion': {
        const list = listOf(part, state)
        if (list !== undefined && isQuoted && part.parameter.includes('@')) fields.each(list)
        else if (list !== undefined && !isQuoted)
          for (const [at, value] of list.entries()) {
            if (at > 0) fields.end()
            fields.split(value)
          }
        else add(fields, isQuoted, yield* parameterText(part, state, streams, EXPANDER))
        break
      }
      case 'CommandSubstitution':
        add(fields, isQuoted, yield* substitute(part.body, state, streams))
        break
      case 'ArithmeticExpansion':
        add(fields, isQuoted, String(yield* evaluate(part.expression.expression, state, streams, EXPANDER)))
        break
      case 'TildeExpansion':
        fields.quoted(homeOf(part.user, state))
        break
      case 'BraceExpansion':
      case 'ProcessSubstitution':
        break
    }
}

function add(fields: Fields, isQuoted: boolean, text: string): void {
  if (isQuoted) fields.quoted(text)
  else fields.split(text)
}

function* wholeText(parts: readonly WordPart[], state: ShellState, streams: Streams): Steps<string> {
  const fields = new Fields('')
  yield* addParts(parts, false, fields, state, streams)
  fields.end()
  return fields.done.map(({ text }) => text).join(' ')
}

function isPlain(part: WordPart): part is Extract<WordPart, { type: 'Literal' }> {
  return part.type === 'Literal'
}

function homeOf(user: string | null, state: ShellState): string {
  if (user === null) return state.variables.get('HOME') ?? '/'
  return user === 'root' ? '/root' : `~${user}`
}

/** Takes the parts of a word; gives one list of parts for each alternative of its braces (bash's `{a,b}` and `{1..3}`). */
function braces(parts: readonly WordPart[]): readonly (readonly WordPart[])[] {
  const at = parts.findIndex(({ type }) => type === 'BraceExpansion')
  const part = parts[at]
  if (part?.type !== 'BraceExpansion') return [parts]
  const before = parts.slice(0, at)
  const rest = braces(parts.slice(at + 1))
  const alternatives = part.items.flatMap((item): readonly (readonly WordPart[])[] =>
    item.type === 'Word'
      ? [item.word.parts]
      : rangeOf(item.start, item.end, item.step).map((value): readonly WordPart[] => [
          { type: 'Literal', value },
        ]),
  )
  return alternatives.flatMap((inner) => rest.map((after) => [...before, ...inner, ...after]))
}

/** Takes the parts of a word; gives them as shells read them that know no braces: ash and dash. */
function plainBraces(parts: readonly WordPart[]): readonly WordPart[] {
  if (!parts.some(({ type }) => type === 'BraceExpansion')) return parts
  return parts.flatMap((part): readonly WordPart[] => {
    if (part.type !== 'BraceExpansion') return [part]
    const items = part.items.map((item): readonly WordPart[] =>
      item.type === 'Word'
        ? plainBraces(item.word.parts)
        : [literal(`${item.start}..${item.end}${item.step === undefined ? '' : `..${item.step}`}`)],
    )
    return [
      literal('{'),
      ...items.flatMap((inner, at) => (at === 0 ? inner : [literal(','), ...inner])),
      literal('}'),
    ]
  })
}

function literal(value: string): WordPart {
  return { type: 'Literal', value }
}

const MOST_ALTERNATIVES = 10_000

function rangeOf(start: string | number, end: string | number, step = 1): readonly string[] {
  const isText = typeof start === 'string' && !/^-?\d+$/.test(start)
  const code = (value: string | number) => (isText ? (String(value).codePointAt(0) ?? 0) : Number(value))
  const [from, to] = [code(start), code(end)]
  const by = Math.max(1, Math.abs(step)) * (from <= to ? 1 : -1)
  const count = Math.min(Math.floor((to - from) / by) + 1, MOST_ALTERNATIVES)
  return Array.from({ length: count }, (_, at) => {
    const value = from + at * by
    return isText ? String.fromCodePoint(value) : String(value)
  })
}
