import type { Steps } from '../../clock'
import type { ShellState } from './shellState'
import type { Streams } from './streams'
import type { Arithmetic } from './syntax'
import { ShellError } from './unwind'
import { assign, valueOf } from './variables'
import type { WordExpander } from './wordExpander'

const BINARY: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => Math.trunc(a / divisor(b)),
  '%': (a, b) => a % divisor(b),
  '**': (a, b) => a ** b,
  '<<': (a, b) => a * 2 ** b,
  '>>': (a, b) => Math.floor(a / 2 ** b),
  '<': (a, b) => Number(a < b),
  '<=': (a, b) => Number(a <= b),
  '>': (a, b) => Number(a > b),
  '>=': (a, b) => Number(a >= b),
  '==': (a, b) => Number(a === b),
  '!=': (a, b) => Number(a !== b),
  '&': (a, b) => a & b,
  '|': (a, b) => a | b,
  '^': (a, b) => a ^ b,
  ',': (_, b) => b,
}

const UNARY: Readonly<Record<string, (a: number) => number>> = {
  '-': (a) => -a,
  '+': (a) => a,
  '!': (a) => Number(a === 0),
  '~': (a) => ~a,
}

/** A variable may name another; so deep. */
const DEEPEST = 20

/** Takes an expression; gives its value, whole numbers as the shell has them. Throws a ShellError for what it can't read. */
export function* evaluate(
  expression: Arithmetic,
  state: ShellState,
  streams: Streams,
  expander: WordExpander,
): Steps<number> {
  const inner = (part: Arithmetic) => evaluate(part, state, streams, expander)
  switch (expression.type) {
    case 'ArithNumber':
    case 'ArithSingleQuote':
      return expression.value
    case 'ArithVariable':
    case 'ArithSpecialVar':
      return numberOf(valueOf(expression.name, state) ?? '', state, 0)
    case 'ArithGroup':
    case 'ArithNested':
      return yield* inner(expression.expression)
    case 'ArithBinary': {
      const left = yield* inner(expression.left)
      if (expression.operator === '&&') return left === 0 ? 0 : Number((yield* inner(expression.right)) !== 0)
      if (expression.operator === '||') return left === 0 ? Number((yield* inner(expression.right)) !== 0) : 1
      return BINARY[expression.operator]?.(left, yield* inner(expression.right)) ?? 0
    }
    case 'ArithUnary': {
      const value = yield* inner(expression.operand)
      if (expression.operator !== '++' && expression.operator !== '--')
        return UNARY[expression.operator]?.(value) ?? value
      const next = expression.operator === '++' ? value + 1 : value - 1
      if (expression.operand.type === 'ArithVariable') assign(state, expression.operand.name, String(next))
      return expression.prefix ? next : value
    }
    case 'ArithTernary':
      return (yield* inner(expression.condition)) === 0
        ? yield* inner(expression.alternate)
        : yield* inner(expression.consequent)
    case 'ArithAssignment': {
      const value = yield* inner(expression.value)
      const before = numberOf(valueOf(expression.variable, state) ?? '', state, 0)
      const result = BINARY[expression.operator.slice(0, -1)]?.(before, value) ?? value
      assign(state, expression.variable, String(result))
      return result
    }
    case 'ArithCommandSubst':
      return numberOf(yield* expandedText(`$(${expression.command})`, state, streams, expander), state, 0)
    case 'ArithBracedExpansion':
      return numberOf(yield* expandedText(`\${${expression.content}}`, state, streams, expander), state, 0)
    case 'ArithConcat': {
      let text = ''
      for (const part of expression.parts) text += String(yield* inner(part))
      return numberOf(text, state, 0)
    }
    case 'ArithArrayElement':
    case 'ArithDoubleSubscript':
    case 'ArithDynamicAssignment':
    case 'ArithDynamicBase':
    case 'ArithDynamicElement':
    case 'ArithDynamicNumber':
    case 'ArithNumberSubscript':
    case 'ArithSyntaxError':
      throw new ShellError('arithmetic syntax error', 2, true)
  }
}

function divisor(value: number): number {
  if (value === 0) throw new ShellError('divide by zero', 2, true)
  return value
}

/** Takes the value of a variable; gives its number: 0 for nothing, another variable's where it names one. */
function numberOf(text: string, state: ShellState, depth: number): number {
  const trimmed = text.trim()
  if (trimmed === '') return 0
  const octal = /^([+-]?)0([0-7]+)$/.exec(trimmed)
  if (octal !== null) return Number.parseInt(`${octal[1] ?? ''}${octal[2] ?? ''}`, 8)
  if (/^[+-]?(\d+|0x[\da-f]+)$/i.test(trimmed)) return Number(trimmed)
  if (/^[a-z_]\w*$/i.test(trimmed) && depth < DEEPEST)
    return numberOf(valueOf(trimmed, state) ?? '', state, depth + 1)
  throw new ShellError('arithmetic syntax error', 2, true)
}

/** Takes an expansion as a script writes it; gives its text. */
function* expandedText(
  text: string,
  state: ShellState,
  streams: Streams,
  expander: WordExpander,
): Steps<string> {
  const script = state.machine.shell.parse(`echo "${text}"`)
  if ('problem' in script) throw new ShellError('arithmetic syntax error', 2, true)
  return yield* expander.substitute(script, state, streams)
}
