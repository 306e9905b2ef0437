import type { Steps } from '../../../../clock'
import type { Call } from '../../shellState'
import { LineReader } from '../lines/lineReader'
import { AwkChannels } from './channels'
import { callBuiltin, regexOf, type AwkScope } from './builtins'
import { AwkRecord, awkRegex } from './fields'
import { AWK_ARITHMETIC, AWK_COMPARISONS } from './operators'
import { AwkInput } from './input'
import { seededWorld, sprintf } from './functions'
import { AwkError } from './syntax'
import type { AwkExpression, AwkProgram, AwkRule, AwkStatement, AwkTarget } from './syntax'
import { compared, inputValue, isTrue, numberOf, textOf, UNSET } from './value'
import type { AwkValue } from './value'
import { AwkVariables, type AwkCell } from './variables'

/** How a statement ended, where it did not just end. */
type Flow = 'next' | 'nextfile' | 'break' | 'continue' | 'exit' | 'return' | undefined

/** A function left more than itself. */
class AwkLeave extends Error {
  constructor(readonly flow: Flow) {
    super()
  }
}

const DEEPEST = 200

/** One run of a program. */
export class AwkRun {
  private readonly variables = new AwkVariables()
  private depth = 0
  private readonly record: AwkRecord
  private readonly channels: AwkChannels
  private readonly input: AwkInput
  private readonly scope: AwkScope
  private readonly inRange = new Set<AwkRule>()
  private given: AwkValue = UNSET
  private exitCode = 0
  private file = -1

  /** Takes the program, the call, its operands (files, and `name=value` between them), and variables to begin with. */
  constructor(
    private readonly program: AwkProgram,
    private readonly call: Call,
    operands: readonly string[],
    given: readonly (readonly [string, string])[],
  ) {
    this.channels = new AwkChannels(call)
    this.record = new AwkRecord(
      () => this.variables.text('FS'),
      () => this.variables.text('OFS'),
    )
    const { clock } = call.machine.process
    this.scope = {
      variables: this.variables,
      record: this.record,
      channels: this.channels,
      world: seededWorld(Math.floor((clock.epoch + clock.now) / 1000)),
      value: (node) => this.value(node),
      assign: (target, value) => this.assign(target, value),
    }
    const first = { FS: ' ', OFS: ' ', ORS: '\n', RS: '\n', SUBSEP: '\u001C', CONVFMT: '%.6g', OFMT: '%.6g' }
    for (const [name, value] of Object.entries(first)) this.variables.cell(name).value = value
    for (const name of ['NR', 'FNR', 'RSTART']) this.variables.cell(name).value = 0
    this.variables.cell('RLENGTH').value = -1
    this.variables.cell('ENVIRON').array = new Map(
      [...call.env].map(([name, value]) => [name, inputValue(value)]),
    )
    this.variables.cell('ARGV').array = new Map(
      ['awk', ...operands].map((operand, at) => [String(at), inputValue(operand)]),
    )
    this.variables.cell('ARGC').value = operands.length + 1
    for (const [name, value] of given) this.variables.cell(name).value = inputValue(value)
    const files = operands.filter((operand) => !ASSIGNMENT.test(operand))
    this.input = new AwkInput(
      new LineReader(
        call,
        files.length > 0 || operands.length === 0 ? operands : [...operands, '-'],
        (operand) => {
          const [, name, value] = ASSIGNMENT.exec(operand) ?? []
          if (name === undefined || value === undefined) return false
          this.variables.cell(name).value = inputValue(value)
          return true
        },
      ),
    )
  }

  /** Runs the program to its end, and gives its status. */
  *run(): Steps<number> {
    const { begin, rules, end } = this.program
    let flow: Flow
    try {
      for (const statement of begin) flow ??= yield* this.top(statement)
      if (flow !== 'exit' && (rules.length > 0 || end.length > 0)) flow = yield* this.records()
      if (flow !== 'exit') for (const statement of end) flow ??= yield* this.top(statement)
    } finally {
      yield* this.channels.closeAll()
    }
    return this.exitCode === 0 ? this.input.reader.status : this.exitCode
  }

  private *records(): Steps<Flow> {
    while (yield* this.nextRecord()) {
      for (const rule of this.program.rules) {
        if (!(yield* this.holds(rule))) continue
        const flow = rule.action === undefined ? this.printRecord() : yield* this.top(rule.action)
        if (flow === 'exit') return flow
        if (flow === 'nextfile') this.input.reader.skipFile()
        if (flow === 'next' || flow === 'nextfile') break
      }
      const pause = this.call.machine.work()
      if (pause !== undefined) yield pause
    }
    return undefined
  }

  private printRecord(): Flow {
    this.channels.write(`${textOf(this.record.get(0))}${this.variables.text('ORS')}`, undefined, '')
    return undefined
  }

  private *top(statement: AwkStatement): Steps<Flow> {
    try {
      return yield* this.execute(statement)
    } catch (error) {
      if (error instanceof AwkLeave) return error.flow
      throw error
    }
  }

  private *nextRecord(): Steps<boolean> {
    const text = yield* this.input.next(this.variables.text('RS'))
    if (text === undefined) return false
    this.record.set(text)
    this.count()
    return true
  }

  private count(): void {
    const { reader } = this.input
    const fnr = this.variables.cell('FNR')
    if (reader.fileNumber !== this.file) {
      this.file = reader.fileNumber
      fnr.value = 0
      this.variables.cell('FILENAME').value = reader.file === '-' ? '' : reader.file
    }
    fnr.value = numberOf(fnr.value) + 1
    const nr = this.variables.cell('NR')
    nr.value = numberOf(nr.value) + 1
  }

  private *holds(rule: AwkRule): Steps<boolean> {
    if (rule.from === undefined) return true
    if (rule.to === undefined) return isTrue(yield* this.value(rule.from))
    if (!this.inRange.has(rule) && !isTrue(yield* this.value(rule.from))) return false
    this.inRange.add(rule)
    if (isTrue(yield* this.value(rule.to))) this.inRange.delete(rule)
    return true
  }

  private *execute(statement: AwkStatement): Steps<Flow> {
    switch (statement.kind) {
      case 'block':
        for (const each of statement.body) {
          const flow = yield* this.execute(each)
          if (flow !== undefined) return flow
        }
        return undefined
      case 'expression':
        yield* this.value(statement.of)
        return undefined
      case 'print':
      case 'printf': {
        const values: AwkValue[] = []
        for (const each of statement.args) values.push(yield* this.value(each))
        const format = this.variables.text('OFMT')
        const text =
          statement.kind === 'printf'
            ? sprintf(textOf(values[0] ?? ''), values.slice(1))
            : `${values.length === 0 ? textOf(this.record.get(0)) : values.map((value) => textOf(value, format)).join(this.variables.text('OFS'))}${this.variables.text('ORS')}`
        const { redirection } = statement
        const to = redirection === undefined ? '' : textOf(yield* this.value(redirection.to))
        this.channels.write(text, redirection?.operator, to)
        return undefined
      }
      case 'if':
        if (isTrue(yield* this.value(statement.test))) return yield* this.execute(statement.yes)
        return statement.no === undefined ? undefined : yield* this.execute(statement.no)
      case 'loop':
        return yield* this.loop(statement)
      case 'forIn': {
        const array = this.variables.array(statement.array)
        for (const key of Array.from(array.keys())) {
          if (!array.has(key)) continue
          this.variables.cell(statement.name).value = inputValue(key)
          const flow = yield* this.execute(statement.body)
          if (flow === 'break') break
          if (flow !== undefined && flow !== 'continue') return flow
        }
        return undefined
      }
      case 'delete':
        if (statement.subscripts.length === 0) this.variables.array(statement.array).clear()
        else this.variables.array(statement.array).delete(yield* this.key(statement.subscripts))
        return undefined
      case 'exit':
        if (statement.value !== undefined) this.exitCode = numberOf(yield* this.value(statement.value)) & 255
        return 'exit'
      case 'return':
        this.given = statement.value === undefined ? UNSET : yield* this.value(statement.value)
        return 'return'
      case 'next':
      case 'nextfile':
      case 'break':
      case 'continue':
        return statement.kind
    }
  }

  private *loop({
    start,
    test,
    step,
    body,
    isTestedLast,
  }: Extract<AwkStatement, { kind: 'loop' }>): Steps<Flow> {
    if (start !== undefined) yield* this.execute(start)
    for (let isFirst = true; ; isFirst = false) {
      const isTested = test !== undefined && !(isFirst && isTestedLast)
      if (isTested && !isTrue(yield* this.value(test))) return undefined
      const pause = this.call.machine.work()
      if (pause !== undefined) yield pause
      const flow = yield* this.execute(body)
      if (flow === 'break') return undefined
      if (flow !== undefined && flow !== 'continue') return flow
      if (step !== undefined) yield* this.execute(step)
    }
  }

  private *value(node: AwkExpression): Steps<AwkValue> {
    switch (node.kind) {
      case 'number':
      case 'text':
        return node.value
      case 'group':
        return yield* this.value(node.of)
      case 'regex':
        return Number(awkRegex(node.source).test(textOf(this.record.get(0))))
      case 'variable':
        return node.name === 'NF' ? this.record.count : this.variables.cell(node.name).value
      case 'field':
        return this.record.get(numberOf(yield* this.value(node.of)))
      case 'element': {
        const array = this.variables.array(node.array)
        const key = yield* this.key(node.subscripts)
        const value = array.get(key)
        if (value === undefined) array.set(key, UNSET)
        return value ?? UNSET
      }
      case 'assign': {
        const value = yield* this.value(node.value)
        const before = node.operator === '' ? UNSET : yield* this.value(node.target)
        return yield* this.assign(
          node.target,
          node.operator === '' ? value : this.calculate(node.operator, before, value),
        )
      }
      case 'condition':
        return yield* this.value(isTrue(yield* this.value(node.test)) ? node.yes : node.no)
      case 'logic': {
        const left = isTrue(yield* this.value(node.left))
        if (left === (node.operator === '||')) return Number(left)
        return Number(isTrue(yield* this.value(node.right)))
      }
      case 'in':
        return Number(this.variables.array(node.array).has(yield* this.key(node.subscripts)))
      case 'match': {
        const text = textOf(yield* this.value(node.left))
        return Number((yield* regexOf(node.right, this.scope)).test(text) === (node.operator === '~'))
      }
      case 'compare': {
        const left = yield* this.value(node.left)
        const order = compared(left, yield* this.value(node.right))
        return Number(AWK_COMPARISONS[node.operator]?.(order) ?? false)
      }
      case 'join': {
        const left = textOf(yield* this.value(node.left), this.variables.text('CONVFMT'))
        return left + textOf(yield* this.value(node.right), this.variables.text('CONVFMT'))
      }
      case 'arithmetic': {
        const left = yield* this.value(node.left)
        return this.calculate(node.operator, left, yield* this.value(node.right))
      }
      case 'unary': {
        const value = yield* this.value(node.of)
        if (node.operator === '!') return Number(!isTrue(value))
        return node.operator === '-' ? -numberOf(value) : numberOf(value)
      }
      case 'step': {
        const before = numberOf(yield* this.value(node.target))
        yield* this.assign(node.target, before + node.by)
        return node.isPrefix ? before + node.by : before
      }
      case 'getline':
        return yield* this.getline(node)
      case 'builtin':
        return yield* callBuiltin(node.name, node.args, this.scope)
      case 'call':
        return yield* this.callFunction(node.name, node.args)
    }
  }

  private calculate(operator: string, left: AwkValue, right: AwkValue): number {
    const by = numberOf(right)
    if (by === 0 && (operator === '/' || operator === '%')) throw new AwkError('Division by zero')
    return AWK_ARITHMETIC[operator]?.(numberOf(left), by) ?? 0
  }

  private *assign(target: AwkTarget, value: AwkValue): Steps<AwkValue> {
    if (target.kind === 'field')
      this.record.setField(
        numberOf(yield* this.value(target.of)),
        textOf(value, this.variables.text('CONVFMT')),
      )
    else if (target.kind === 'element')
      this.variables.array(target.array).set(yield* this.key(target.subscripts), value)
    else if (target.name === 'NF') this.record.count = numberOf(value)
    else this.variables.cell(target.name).value = value
    return value
  }

  private *getline({ from, source, target }: Extract<AwkExpression, { kind: 'getline' }>): Steps<AwkValue> {
    const name = source === undefined ? '' : textOf(yield* this.value(source))
    const input = from === 'input' ? this.input : yield* this.channels.input(from, name)
    if (input === undefined) return -1
    const text = yield* input.next(this.variables.text('RS'))
    if (text === undefined) return 0
    if (from === 'input') this.count()
    if (target === undefined) this.record.set(text)
    else yield* this.assign(target, inputValue(text))
    return 1
  }

  private *callFunction(name: string, args: readonly AwkExpression[]): Steps<AwkValue> {
    const called = this.program.functions.get(name)
    if (called === undefined) throw new AwkError('Call to undefined function')
    if (this.depth > DEEPEST) throw new AwkError('Recursion is too deep')
    const frame = new Map<string, AwkCell>()
    for (const [at, parameter] of called.parameters.entries()) {
      const arg = args[at]
      const cell: AwkCell = { value: UNSET, array: undefined }
      if (arg?.kind === 'variable' && arg.name !== 'NF') {
        const outer = this.variables.cell(arg.name)
        // What nobody has set yet may become an array in there.
        if (outer.value === UNSET) outer.array ??= new Map()
        cell.value = outer.value
        cell.array = outer.array
      } else if (arg !== undefined) cell.value = yield* this.value(arg)
      frame.set(parameter, cell)
    }
    const outer = this.variables.frame
    this.variables.frame = frame
    this.depth += 1
    try {
      const flow = yield* this.execute(called.body)
      if (flow === 'return') return this.given
      if (flow !== undefined) throw new AwkLeave(flow)
      return UNSET
    } finally {
      this.variables.frame = outer
      this.depth -= 1
    }
  }

  private *key(subscripts: readonly AwkExpression[]): Steps<string> {
    const [only] = subscripts
    if (only !== undefined && subscripts.length === 1) return textOf(yield* this.value(only))
    const parts: string[] = []
    for (const each of subscripts) parts.push(textOf(yield* this.value(each)))
    return parts.join(this.variables.text('SUBSEP'))
  }
}

/** An operand that sets a variable. */
const ASSIGNMENT = /^([A-Za-z_]\w*)=([^]*)$/
