import type { Steps } from '../../../../clock'
import type { AwkChannels } from './channels'
import { awkRegex, splitBy, type AwkRecord } from './fields'
import { plainFunction, type AwkWorld } from './functions'
import { substituted } from './substitute'
import type { AwkExpression, AwkTarget } from './syntax'
import { inputValue, textOf, UNSET } from './value'
import type { AwkValue } from './value'
import type { AwkVariables } from './variables'

/** What a function can reach of the program that calls it. */
export interface AwkScope {
  readonly variables: AwkVariables
  readonly record: AwkRecord
  readonly channels: AwkChannels
  readonly world: AwkWorld
  readonly value: (node: AwkExpression) => Steps<AwkValue>
  readonly assign: (target: AwkTarget, value: AwkValue) => Steps<AwkValue>
}

const NOTHING: AwkExpression = { kind: 'text', value: '' }

/** Takes the name of a function of awk's own, its arguments as written, and what it can reach; calls it, and gives its value. */
export function* callBuiltin(name: string, args: readonly AwkExpression[], scope: AwkScope): Steps<AwkValue> {
  const { variables, channels } = scope
  const [first, second, third, fourth] = args
  const textAt = (node: AwkExpression | undefined) => textValue(node, scope)
  switch (name) {
    case 'length': {
      const array = first?.kind === 'variable' ? variables.cell(first.name).array : undefined
      return array?.size ?? (yield* textAt(first)).length
    }
    case 'split': {
      const text = yield* textAt(first)
      const array = second?.kind === 'variable' ? variables.array(second.name) : new Map<string, AwkValue>()
      const separator =
        third?.kind === 'regex'
          ? third.source
          : third === undefined
            ? variables.text('FS')
            : yield* textAt(third)
      const parts = splitBy(text, third?.kind === 'regex' && separator === ' ' ? '[ ]' : separator)
      array.clear()
      for (const [at, part] of parts.entries()) array.set(String(at + 1), inputValue(part))
      return parts.length
    }
    case 'sub':
    case 'gsub': {
      const regex = yield* regexOf(first ?? NOTHING, scope)
      const by = yield* textAt(second)
      const target: AwkExpression = third ?? { kind: 'field', of: { kind: 'number', value: 0 } }
      const { text, count } = substituted(yield* textAt(target), regex, by, name === 'gsub' ? 'g' : 1)
      const isTarget = target.kind === 'variable' || target.kind === 'field' || target.kind === 'element'
      if (count > 0 && isTarget) yield* scope.assign(target, text)
      return count
    }
    case 'gensub': {
      const regex = yield* regexOf(first ?? NOTHING, scope)
      const by = yield* textAt(second)
      const how = yield* textAt(third)
      const text = yield* textAt(fourth)
      return substituted(text, regex, by, /^g/i.test(how) ? 'g' : Math.max(1, Number(how) || 1), true).text
    }
    case 'match': {
      const text = yield* textAt(first)
      const match = (yield* regexOf(second ?? NOTHING, scope)).exec(text)
      variables.cell('RSTART').value = match === null ? 0 : match.index + 1
      variables.cell('RLENGTH').value = match === null ? -1 : match[0].length
      return match === null ? 0 : match.index + 1
    }
    case 'system':
      return yield* channels.system(yield* textAt(first))
    case 'close':
      return yield* channels.close(yield* textAt(first))
    case 'fflush':
      return 0
    default: {
      const values: AwkValue[] = []
      for (const arg of args) values.push(yield* scope.value(arg))
      return plainFunction(name, values, scope.world) ?? UNSET
    }
  }
}

/** Takes an expression and its scope; gives the pattern that it is: one between slashes, or a text read as one. */
export function* regexOf(node: AwkExpression, scope: AwkScope): Steps<RegExp> {
  return awkRegex(node.kind === 'regex' ? node.source : textOf(yield* scope.value(node)))
}

/** Without an argument a function of text takes the record. */
function* textValue(node: AwkExpression | undefined, scope: AwkScope): Steps<string> {
  return textOf(node === undefined ? scope.record.get(0) : yield* scope.value(node))
}
