/** A directive of an nginx configuration, with the block behind it. */
export interface Directive {
  readonly name: string
  readonly args: readonly string[]
  readonly block: readonly Directive[]
  readonly file: string
  readonly line: number
}

/** What is wrong with a configuration, in nginx's words. */
export class ConfigProblem extends Error {}

interface Token {
  readonly text: string
  readonly line: number
  readonly isQuoted: boolean
}

const TOKEN = /\s+|#[^\n]*|"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|[{};]|(?:\$\{[^}]*\}|[^\s{};])+/g

/** Takes a file's name and text; gives its directives. Throws a ConfigProblem (nginx's src/core/ngx_conf_file.c). */
export function parseConfig(file: string, text: string): readonly Directive[] {
  let line = 1
  const tokens: Token[] = []
  for (const [whole, double, single] of text.matchAll(TOKEN)) {
    if (!/^(\s|#)/.test(whole)) {
      const quoted = double ?? single
      tokens.push({ text: quoted ?? whole, line, isQuoted: quoted !== undefined })
    }
    line += whole.split('\n').length - 1
  }
  const at = { token: 0 }
  const directives = block(tokens, at, file, false)
  return directives
}

function block(
  tokens: readonly Token[],
  at: { token: number },
  file: string,
  isInner: boolean,
): readonly Directive[] {
  const directives: Directive[] = []
  for (;;) {
    const first = tokens[at.token]
    if (first === undefined) {
      if (isInner)
        throw new ConfigProblem(
          `unexpected end of file, expecting "}" in ${file}:${tokens.at(-1)?.line ?? 1}`,
        )
      return directives
    }
    if (isMark(first, '}')) {
      at.token += 1
      if (isInner) return directives
      throw new ConfigProblem(`unexpected "}" in ${file}:${first.line}`)
    }
    const words: string[] = []
    let next: Token | undefined = first
    while (next !== undefined && !isMark(next, ';') && !isMark(next, '{')) {
      if (isMark(next, '}')) throw new ConfigProblem(`unexpected "}" in ${file}:${next.line}`)
      words.push(next.text)
      at.token += 1
      next = tokens[at.token]
    }
    if (next === undefined)
      throw new ConfigProblem(
        `unexpected end of file, expecting ";" or "}" in ${file}:${tokens.at(-1)?.line ?? 1}`,
      )
    at.token += 1
    const [name = '', ...args] = words
    const inner = isMark(next, '{') ? block(tokens, at, file, true) : []
    directives.push({ name, args, block: inner, file, line: first.line })
  }
}

function isMark({ text, isQuoted }: Token, mark: string): boolean {
  return !isQuoted && text === mark
}

/** Takes directives and a name; gives the arguments of the last one of that name, or undefined. */
export function lastArgs(directives: readonly Directive[], name: string): readonly string[] | undefined {
  return directives.findLast((each) => each.name === name)?.args
}
