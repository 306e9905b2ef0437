import { AWK_FUNCTIONS } from './functions'
import { AwkError } from './syntax'
import type {
  AwkExpression,
  AwkFunction,
  AwkProgram,
  AwkRedirection,
  AwkRule,
  AwkStatement,
  AwkTarget,
} from './syntax'
import { regexAt, tokenAt } from './tokens'
import type { AwkToken } from './tokens'

const MOST_PROGRAMS = 200
const programs = new Map<string, AwkProgram>()

/** Takes the text of a program; gives its tree. It is read once, however often it runs. Throws an AwkError where it can't be read. */
export function parseAwk(text: string): AwkProgram {
  const known = programs.get(text)
  if (known !== undefined) return known
  const program = new AwkParser(text).program()
  if (programs.size >= MOST_PROGRAMS) programs.clear()
  programs.set(text, program)
  return program
}

const ASSIGNMENTS: ReadonlySet<string> = new Set(['=', '+=', '-=', '*=', '/=', '%=', '^=', '**='])
const COMPARISONS: ReadonlySet<string> = new Set(['<', '<=', '==', '!=', '>', '>='])
/** Signs that what is joined to the text before it can't begin with. */
const JOINABLE: ReadonlySet<string> = new Set(['$', '!', '(', '++', '--'])

class AwkParser {
  private token: AwkToken
  private at = 0
  /** In `print a > b` the sign is no comparison, unless in parentheses. */
  private isPrint = false
  /** In `for (a in b)` the word is no operator. */
  private isForHead = false

  constructor(private readonly text: string) {
    this.token = tokenAt(text, 0)
    this.at = this.token.end
  }

  program(): AwkProgram {
    const begin: AwkStatement[] = []
    const end: AwkStatement[] = []
    const rules: AwkRule[] = []
    const functions = new Map<string, AwkFunction>()
    for (this.skipEnds(); this.token.kind !== 'end'; this.skipEnds()) {
      if (this.takes('BEGIN')) begin.push(this.block())
      else if (this.takes('END')) end.push(this.block())
      else if (this.takes('function') || this.takes('func')) {
        const name = this.name()
        functions.set(name, this.functionRest())
      } else rules.push(this.rule())
    }
    return { begin, rules, end, functions }
  }

  private rule(): AwkRule {
    if (this.is('{')) return { from: undefined, to: undefined, action: this.block() }
    const from = this.expression()
    let to: AwkExpression | undefined
    if (this.takes(',')) {
      this.skipNewlines()
      to = this.expression()
    }
    return { from, to, action: this.is('{') ? this.block() : undefined }
  }

  private functionRest(): AwkFunction {
    const parameters: string[] = []
    this.want('(')
    while (!this.takes(')')) {
      parameters.push(this.name())
      this.takes(',')
      this.skipNewlines()
    }
    this.skipNewlines()
    return { parameters, body: this.block() }
  }

  private block(): AwkStatement {
    this.want('{')
    const body: AwkStatement[] = []
    for (this.skipEnds(); !this.takes('}'); this.skipEnds()) body.push(this.statement())
    return { kind: 'block', body }
  }

  private statement(): AwkStatement {
    if (this.is('{')) return this.block()
    if (this.takes(';')) return { kind: 'block', body: [] }
    if (this.token.kind === 'word') {
      const word = this.token.text
      if (word === 'if') return this.ifStatement()
      if (word === 'while') return this.whileStatement()
      if (word === 'for') return this.forStatement()
      if (word === 'do') return this.doStatement()
    }
    const statement = this.simple()
    if (!this.takes(';') && !this.is('}') && this.token.kind !== 'newline' && this.token.kind !== 'end')
      throw new AwkError('Unexpected token')
    return statement
  }

  private simple(): AwkStatement {
    const { kind, text } = this.token
    if (kind !== 'word') return { kind: 'expression', of: this.expression() }
    switch (text) {
      case 'print':
      case 'printf':
        this.advance()
        return this.print(text)
      case 'next':
      case 'nextfile':
      case 'break':
      case 'continue':
        this.advance()
        return { kind: text }
      case 'exit':
      case 'return':
        this.advance()
        return { kind: text, value: this.isEnd() ? undefined : this.expression() }
      case 'delete': {
        this.advance()
        const array = this.name()
        return { kind: 'delete', array, subscripts: this.takes('[') ? this.list(']') : [] }
      }
      default:
        return { kind: 'expression', of: this.expression() }
    }
  }

  private print(kind: 'print' | 'printf'): AwkStatement {
    const outer = this.isPrint
    this.isPrint = true
    const args = this.isEnd() || this.is('>') || this.is('>>') || this.is('|') ? [] : this.printed()
    let redirection: AwkRedirection | undefined
    for (const operator of ['>', '>>', '|'] as const)
      if (redirection === undefined && this.takes(operator)) redirection = { operator, to: this.joined() }
    this.isPrint = outer
    return { kind, args, redirection }
  }

  /** What is printed: a list, which may be in parentheses as a whole. */
  private printed(): readonly AwkExpression[] {
    const start = this.at
    const { token } = this
    if (this.takes('(')) {
      const inside = this.isPrint
      this.isPrint = false
      const args = this.list(')')
      this.isPrint = inside
      if (this.isEnd() || this.is('>') || this.is('>>') || this.is('|')) return args
      this.at = start
      this.token = token
    }
    const args = [this.expression()]
    while (this.takes(',')) {
      this.skipNewlines()
      args.push(this.expression())
    }
    return args
  }

  private body(): AwkStatement {
    this.skipNewlines()
    return this.statement()
  }

  private test(): AwkExpression {
    this.want('(')
    const test = this.expression()
    this.want(')')
    return test
  }

  private ifStatement(): AwkStatement {
    this.advance()
    const test = this.test()
    const yes = this.body()
    const { at, token } = this
    this.skipEnds()
    if (this.takes('else')) return { kind: 'if', test, yes, no: this.body() }
    this.at = at
    this.token = token
    return { kind: 'if', test, yes, no: undefined }
  }

  private whileStatement(): AwkStatement {
    this.advance()
    const test = this.test()
    return { kind: 'loop', start: undefined, test, step: undefined, body: this.body(), isTestedLast: false }
  }

  private doStatement(): AwkStatement {
    this.advance()
    const body = this.body()
    this.skipEnds()
    this.want('while')
    return { kind: 'loop', start: undefined, test: this.test(), step: undefined, body, isTestedLast: true }
  }

  private forStatement(): AwkStatement {
    this.advance()
    this.want('(')
    const name = this.token.text
    const [whole, array = ''] = /^\s+in\s+(\w+)\s*\)/.exec(this.text.slice(this.at)) ?? []
    if (whole !== undefined && this.token.kind === 'name') {
      this.at += whole.length
      this.advance()
      return { kind: 'forIn', name, array, body: this.body() }
    }
    this.isForHead = true
    const start = this.is(';') ? undefined : this.simple()
    this.isForHead = false
    this.want(';')
    this.skipNewlines()
    const test = this.is(';') ? undefined : this.expression()
    this.want(';')
    this.skipNewlines()
    const step = this.is(')') ? undefined : this.simple()
    this.want(')')
    return { kind: 'loop', start, test, step, body: this.body(), isTestedLast: false }
  }

  private expression(): AwkExpression {
    const test = this.either()
    if (isTarget(test) && this.token.kind === 'sign' && ASSIGNMENTS.has(this.token.text)) {
      const operator = this.token.text.slice(0, -1).replace('**', '^')
      this.advance()
      this.skipNewlines()
      return { kind: 'assign', operator, target: test, value: this.expression() }
    }
    if (!this.takes('?')) return test
    this.skipNewlines()
    const yes = this.expression()
    this.skipNewlines()
    this.want(':')
    this.skipNewlines()
    return { kind: 'condition', test, yes, no: this.expression() }
  }

  private either(): AwkExpression {
    let left = this.both()
    while (this.takes('||')) {
      this.skipNewlines()
      left = { kind: 'logic', operator: '||', left, right: this.both() }
    }
    return left
  }

  private both(): AwkExpression {
    let left = this.contained()
    while (this.takes('&&')) {
      this.skipNewlines()
      left = { kind: 'logic', operator: '&&', left, right: this.contained() }
    }
    return left
  }

  private contained(): AwkExpression {
    let left = this.matched()
    while (!this.isForHead && this.takes('in')) left = { kind: 'in', subscripts: [left], array: this.name() }
    return left
  }

  private matched(): AwkExpression {
    let left = this.compared()
    while (this.is('~') || this.is('!~')) {
      const operator = this.token.text
      this.advance()
      left = { kind: 'match', operator, left, right: this.compared() }
    }
    return left
  }

  private compared(): AwkExpression {
    let left = this.joined()
    for (;;) {
      if (!this.isPrint && this.is('|') && this.nextIs('getline')) {
        this.advance()
        this.advance()
        left = { kind: 'getline', from: 'command', source: left, target: this.optionalTarget() }
        continue
      }
      const { kind, text } = this.token
      if (kind !== 'sign' || !COMPARISONS.has(text) || (this.isPrint && text === '>')) return left
      this.advance()
      left = { kind: 'compare', operator: text, left, right: this.joined() }
    }
  }

  private joined(): AwkExpression {
    let left = this.sum()
    while (this.isJoinable()) left = { kind: 'join', operator: '', left, right: this.sum() }
    return left
  }

  private isJoinable(): boolean {
    const { kind, text } = this.token
    if (kind === 'sign') return JOINABLE.has(text)
    return kind === 'number' || kind === 'text' || kind === 'name' || kind === 'call'
  }

  private sum(): AwkExpression {
    let left = this.product()
    while (this.is('+') || this.is('-')) {
      const operator = this.token.text
      this.advance()
      left = { kind: 'arithmetic', operator, left, right: this.product() }
    }
    return left
  }

  private product(): AwkExpression {
    let left = this.unary()
    while (this.is('*') || this.is('/') || this.is('%')) {
      const operator = this.token.text
      this.advance()
      left = { kind: 'arithmetic', operator, left, right: this.unary() }
    }
    return left
  }

  private unary(): AwkExpression {
    for (const operator of ['!', '-', '+'])
      if (this.takes(operator)) return { kind: 'unary', operator, of: this.unary() }
    return this.power()
  }

  private power(): AwkExpression {
    const left = this.stepped()
    if (!this.takes('^') && !this.takes('**')) return left
    return { kind: 'arithmetic', operator: '^', left, right: this.unary() }
  }

  private stepped(): AwkExpression {
    for (const sign of ['++', '--'])
      if (this.takes(sign)) {
        const target = this.primary()
        if (!isTarget(target)) throw new AwkError('Unexpected token')
        return { kind: 'step', target, by: sign === '++' ? 1 : -1, isPrefix: true }
      }
    const of = this.primary()
    if (!isTarget(of)) return of
    for (const sign of ['++', '--'])
      if (this.takes(sign)) return { kind: 'step', target: of, by: sign === '++' ? 1 : -1, isPrefix: false }
    return of
  }

  private primary(): AwkExpression {
    const { kind, text } = this.token
    if (kind === 'number') {
      this.advance()
      return { kind: 'number', value: Number(text) }
    }
    if (kind === 'text') {
      this.advance()
      return { kind: 'text', value: text }
    }
    if (kind === 'name') return this.named()
    if (kind === 'call') {
      this.advance()
      this.want('(')
      return { kind: AWK_FUNCTIONS.has(text) ? 'builtin' : 'call', name: text, args: this.list(')') }
    }
    if (this.takes('$')) return { kind: 'field', of: this.stepped() }
    if (this.is('/') || this.is('/=')) {
      const { source, end } = regexAt(this.text, this.at - text.length + 1)
      this.at = end
      this.advance()
      return { kind: 'regex', source }
    }
    if (this.takes('getline')) {
      const target = this.optionalTarget()
      return this.takes('<')
        ? { kind: 'getline', from: 'file', source: this.primary(), target }
        : { kind: 'getline', from: 'input', source: undefined, target }
    }
    if (this.takes('(')) return this.grouped()
    throw new AwkError('Unexpected token')
  }

  private named(): AwkExpression {
    const name = this.token.text
    this.advance()
    if (name === 'length') return { kind: 'builtin', name, args: [] }
    return this.takes('[')
      ? { kind: 'element', array: name, subscripts: this.list(']') }
      : { kind: 'variable', name }
  }

  private grouped(): AwkExpression {
    const [isPrint, isForHead] = [this.isPrint, this.isForHead]
    this.isPrint = false
    this.isForHead = false
    const inside = this.list(')')
    this.isPrint = isPrint
    this.isForHead = isForHead
    const [only] = inside
    if (inside.length > 1 && this.takes('in')) return { kind: 'in', subscripts: inside, array: this.name() }
    if (only === undefined || inside.length > 1) throw new AwkError('Unexpected token')
    return { kind: 'group', of: only }
  }

  /** The variable, field or element after `getline`, if there is one. */
  private optionalTarget(): AwkTarget | undefined {
    if (this.token.kind !== 'name' && !this.is('$')) return undefined
    const target = this.primary()
    return isTarget(target) ? target : undefined
  }

  private list(end: string): readonly AwkExpression[] {
    const list: AwkExpression[] = []
    this.skipNewlines()
    while (!this.takes(end)) {
      list.push(this.expression())
      this.skipNewlines()
      if (this.takes(',')) this.skipNewlines()
      else if (!this.is(end)) throw new AwkError('Unexpected token')
    }
    return list
  }

  private name(): string {
    const { kind, text } = this.token
    if (kind !== 'name' && kind !== 'call') throw new AwkError('Unexpected token')
    this.advance()
    return text
  }

  private is(text: string): boolean {
    const { kind } = this.token
    return (kind === 'sign' || kind === 'word') && this.token.text === text
  }

  private nextIs(text: string): boolean {
    return tokenAt(this.text, this.at).text === text
  }

  private isEnd(): boolean {
    return this.token.kind === 'newline' || this.token.kind === 'end' || this.is(';') || this.is('}')
  }

  private takes(text: string): boolean {
    const isThere = this.is(text)
    if (isThere) this.advance()
    return isThere
  }

  private want(text: string): void {
    if (!this.takes(text)) throw new AwkError('Unexpected token')
  }

  private advance(): void {
    this.token = tokenAt(this.text, this.at)
    this.at = this.token.end
  }

  private skipNewlines(): void {
    while (this.token.kind === 'newline') this.advance()
  }

  private skipEnds(): void {
    while (this.token.kind === 'newline' || this.is(';')) this.advance()
  }
}

function isTarget(expression: AwkExpression): expression is AwkTarget {
  return expression.kind === 'variable' || expression.kind === 'field' || expression.kind === 'element'
}
