import type { Steps } from '../../clock'
import { evaluate } from './arithmetic'
import { matches, regexOf } from './globbing'
import type { ShellState } from './shellState'
import type { Streams } from './streams'
import type { ParameterOperation, ParameterPart } from './syntax'
import { ShellError } from './unwind'
import { assign, valueOf, valuesOf } from './variables'
import type { WordExpander } from './wordExpander'

/** Takes an expansion; gives the values where it is a list: `$@`, `$*`, `${name[@]}`. */
export function listOf(
  { parameter, operation }: ParameterPart,
  state: ShellState,
): readonly string[] | undefined {
  return operation === null ? valuesOf(parameter, state) : undefined
}

/** Takes an expansion such as `${x:-y}`; gives its text (POSIX 2.6.2, and bash's own). */
export function* parameterText(
  { parameter, operation }: ParameterPart,
  state: ShellState,
  streams: Streams,
  expander: WordExpander,
): Steps<string> {
  const value = valueOf(parameter, state)
  if (operation === null) {
    if (value === undefined && state.options.has('nounset') && parameter !== '@' && parameter !== '*')
      throw new ShellError(`${parameter}: parameter not set`, 2, true)
    return value ?? ''
  }
  return yield* applied(parameter, value, operation, state, streams, expander)
}

function* applied(
  name: string,
  value: string | undefined,
  operation: ParameterOperation,
  state: ShellState,
  streams: Streams,
  expander: WordExpander,
): Steps<string> {
  const text = value ?? ''
  switch (operation.type) {
    case 'DefaultValue':
      return isUnset(value, operation.checkEmpty)
        ? yield* expander.text(operation.word, state, streams)
        : text
    case 'AssignDefault': {
      if (!isUnset(value, operation.checkEmpty)) return text
      const given = yield* expander.text(operation.word, state, streams)
      assign(state, name, given)
      return given
    }
    case 'UseAlternative':
      return isUnset(value, operation.checkEmpty) ? '' : yield* expander.text(operation.word, state, streams)
    case 'ErrorIfUnset': {
      if (!isUnset(value, operation.checkEmpty)) return text
      const said = operation.word === null ? '' : yield* expander.text(operation.word, state, streams)
      throw new ShellError(`${name}: ${said === '' ? 'parameter not set' : said}`, 2, true)
    }
    case 'Length':
      return String(valuesOf(name, state)?.length ?? text.length)
    case 'Substring': {
      const offset = yield* evaluate(operation.offset.expression, state, streams, expander)
      const start = offset < 0 ? Math.max(0, text.length + offset) : offset
      if (operation.length === null) return text.slice(start)
      const length = yield* evaluate(operation.length.expression, state, streams, expander)
      return text.slice(start, length < 0 ? text.length + length : start + length)
    }
    case 'PatternRemoval': {
      const pattern = yield* expander.pattern(operation.pattern, state, streams)
      return operation.side === 'prefix'
        ? text.replace(new RegExp(`^(?:${regexOf(pattern, operation.greedy)})`), '')
        : withoutEnd(text, pattern, operation.greedy)
    }
    case 'PatternReplacement': {
      const pattern = regexOf(yield* expander.pattern(operation.pattern, state, streams))
      const by =
        operation.replacement === null ? '' : yield* expander.text(operation.replacement, state, streams)
      const anchored = operation.anchor === 'start' ? `^(?:${pattern})` : `(?:${pattern})$`
      return text.replace(
        new RegExp(operation.anchor === null ? pattern : anchored, operation.all ? 'g' : ''),
        () => by,
      )
    }
    case 'CaseModification': {
      const change = (part: string) =>
        operation.direction === 'upper' ? part.toUpperCase() : part.toLowerCase()
      return operation.all ? change(text) : change(text.slice(0, 1)) + text.slice(1)
    }
    case 'Indirection':
      return valueOf(text, state) ?? ''
    case 'Transform':
      return operation.operator === 'Q' ? `'${text.replaceAll("'", String.raw`'\''`)}'` : text
    case 'VarNamePrefix':
      return [...state.variables.keys()].filter((each) => each.startsWith(name)).join(' ')
    case 'ArrayKeys':
    case 'LengthSliceError':
    case 'BadSubstitution':
      throw new ShellError('bad substitution', 2, true)
  }
}

function isUnset(value: string | undefined, checkEmpty: boolean): boolean {
  return value === undefined || (checkEmpty && value === '')
}

function withoutEnd(text: string, pattern: string, isGreedy: boolean): string {
  const starts = Array.from({ length: text.length + 1 }, (_, at) => (isGreedy ? at : text.length - at))
  const start = starts.find((at) => matches(pattern, text.slice(at)))
  return start === undefined ? text : text.slice(0, start)
}
