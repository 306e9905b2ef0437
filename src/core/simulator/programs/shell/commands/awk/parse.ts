import { AwkExpressionReader } from './expressions'
import { AwkError } from './syntax'
import type { AwkExpression, AwkFunction, AwkProgram, AwkRedirection, AwkRule, AwkStatement } from './syntax'

const MOST_PROGRAMS = 200
const programs = new Map<string, AwkProgram>()

/** Takes the text of a program; gives its tree. It is read once, however often it runs. Throws an AwkError where it can't be read. */
export function parseAwk(text: string): AwkProgram {
  const known = programs.get(text)
  if (known !== undefined) return known
  const program = new AwkProgramReader(text).program()
  if (programs.size >= MOST_PROGRAMS) programs.clear()
  programs.set(text, program)
  return program
}

class AwkProgramReader extends AwkExpressionReader {
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
}
