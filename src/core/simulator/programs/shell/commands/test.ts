import { testFile } from '../testFile'
import { asBuiltin, complain, immediate, pathOf } from './command'
import type { Command } from './command'
import type { Call } from '../shellState'
import { FileError } from '../../../filesystem/fileSystem'

type Compare = (left: string, right: string, call: Call) => boolean

const numeric =
  (compare: (a: number, b: number) => boolean): Compare =>
  (left, right) =>
    compare(Number(left), Number(right))

const COMPARES: Readonly<Record<string, Compare>> = {
  '=': (left, right) => left === right,
  '==': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '<': (left, right) => left < right,
  '>': (left, right) => left > right,
  '-eq': numeric((a, b) => a === b),
  '-ne': numeric((a, b) => a !== b),
  '-lt': numeric((a, b) => a < b),
  '-le': numeric((a, b) => a <= b),
  '-gt': numeric((a, b) => a > b),
  '-ge': numeric((a, b) => a >= b),
  '-nt': (left, right, call) => modifiedAt(call, left) > modifiedAt(call, right),
  '-ot': (left, right, call) => modifiedAt(call, left) < modifiedAt(call, right),
}

function modifiedAt(call: Call, path: string): number {
  try {
    return call.machine.process.files.stat(pathOf(call, path)).modifiedAt
  } catch (error) {
    if (error instanceof FileError) return Number.NEGATIVE_INFINITY
    throw error
  }
}

/** Takes the arguments of test(1); says whether they hold, or what is wrong with them. `-a` and `-o` join from left to right. */
function holds(args: readonly string[], call: Call): boolean | string {
  const [first = '', second = '', third = ''] = args
  if (args.length === 0) return false
  if (args.length === 1) return first !== ''
  if (args.length === 3 && COMPARES[second] !== undefined) {
    if (/^-(eq|ne|lt|le|gt|ge)$/.test(second))
      for (const operand of [first, third])
        if (!/^\s*[-+]?\d+\s*$/.test(operand)) return `${operand}: bad number`
    return COMPARES[second](first, third, call)
  }
  const or = args.lastIndexOf('-o')
  if (or > 0 && args.length > 3)
    return join(holds(args.slice(0, or), call), holds(args.slice(or + 1), call), (a, b) => a || b)
  const and = args.lastIndexOf('-a')
  if (and > 0 && args.length > 3)
    return join(holds(args.slice(0, and), call), holds(args.slice(and + 1), call), (a, b) => a && b)
  if (first === '!') return join(holds(args.slice(1), call), true, (a) => !a)
  if (first === '(' && args.at(-1) === ')') return holds(args.slice(1, -1), call)
  if (args.length === 2 && COMPARES[second] !== undefined) return `${second}: argument expected`
  if (args.length === 2)
    return testFile(call.machine.process, call.cwd, first, second) ?? `${first}: unknown operand`
  return `${second}: unknown operand`
}

function join(
  left: boolean | string,
  right: boolean | string,
  together: (a: boolean, b: boolean) => boolean,
): boolean | string {
  if (typeof left === 'string') return left
  return typeof right === 'string' ? right : together(left, right)
}

function test(call: Call, args: readonly string[]): number {
  const answer = holds(args, call)
  if (typeof answer !== 'string') return Number(!answer)
  complain(asBuiltin(call), answer)
  return 2
}

/** `test` and `[`. */
export const TEST_COMMANDS: Readonly<Record<string, Command>> = {
  test: immediate((call) => test(call, call.args)),
  '[': immediate((call) => {
    if (call.args.at(-1) === ']') return test(call, call.args.slice(0, -1))
    complain(asBuiltin(call), 'missing ]')
    return 2
  }),
}
