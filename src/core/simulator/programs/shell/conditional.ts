import type { Steps } from '../../clock'
import { expandPattern, expandText } from './expand'
import { matches } from './globbing'
import type { ShellState } from './shellState'
import type { Streams } from './streams'
import type { Conditional } from './syntax'
import { testFile } from './testFile'

const NUMBERS: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '-eq': (a, b) => a === b,
  '-ne': (a, b) => a !== b,
  '-lt': (a, b) => a < b,
  '-le': (a, b) => a <= b,
  '-gt': (a, b) => a > b,
  '-ge': (a, b) => a >= b,
}

/** Takes what stands in bash's `[[ … ]]`; says whether it holds. */
export function* conditional(expression: Conditional, state: ShellState, streams: Streams): Steps<boolean> {
  switch (expression.type) {
    case 'CondAnd':
      return (
        (yield* conditional(expression.left, state, streams)) &&
        (yield* conditional(expression.right, state, streams))
      )
    case 'CondOr':
      return (
        (yield* conditional(expression.left, state, streams)) ||
        (yield* conditional(expression.right, state, streams))
      )
    case 'CondNot':
      return !(yield* conditional(expression.operand, state, streams))
    case 'CondGroup':
      return yield* conditional(expression.expression, state, streams)
    case 'CondWord':
      return (yield* expandText(expression.word, state, streams)) !== ''
    case 'CondUnary': {
      const text = yield* expandText(expression.operand, state, streams)
      return testFile(state.machine.process, state.cwd, expression.operator, text) ?? false
    }
    case 'CondBinary': {
      const left = yield* expandText(expression.left, state, streams)
      const { operator } = expression
      if (operator === '=' || operator === '==' || operator === '!=')
        return matches(yield* expandPattern(expression.right, state, streams), left) === (operator !== '!=')
      const right = yield* expandText(expression.right, state, streams)
      if (operator === '=~') return matchesRegex(right, left)
      if (operator === '<') return left < right
      if (operator === '>') return left > right
      return NUMBERS[operator]?.(Number(left), Number(right)) ?? false
    }
  }
}

function matchesRegex(regex: string, text: string): boolean {
  try {
    return new RegExp(regex).test(text)
  } catch {
    return false
  }
}
