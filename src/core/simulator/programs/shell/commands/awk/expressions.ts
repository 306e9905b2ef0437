import { AwkCursor } from './cursor'
import { AWK_FUNCTIONS } from './functions'
import { AwkError } from './syntax'
import type { AwkExpression, AwkTarget } from './syntax'
import { regexAt } from './tokens'

const ASSIGNMENTS: ReadonlySet<string> = new Set(['=', '+=', '-=', '*=', '/=', '%=', '^=', '**='])
const COMPARISONS: ReadonlySet<string> = new Set(['<', '<=', '==', '!=', '>', '>='])
/** Signs that what is joined to the text before it can't begin with. */
const JOINABLE: ReadonlySet<string> = new Set(['$', '!', '(', '++', '--'])

/** Reads expressions: a method a level of precedence, the loosest first (POSIX awk, "Expressions in awk"). */
export class AwkExpressionReader extends AwkCursor {
  /** In `print a > b` the sign is no comparison, unless in parentheses. */
  protected isPrint = false
  /** In `for (a in b)` the word is no operator. */
  protected isForHead = false

  protected expression(): AwkExpression {
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

  protected joined(): AwkExpression {
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

  protected list(end: string): readonly AwkExpression[] {
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
}

function isTarget(expression: AwkExpression): expression is AwkTarget {
  return expression.kind === 'variable' || expression.kind === 'field' || expression.kind === 'element'
}
