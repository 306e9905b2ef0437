/** How a regular expression of POSIX is written, and what it looks for. */
export interface RegexKind {
  /** Extended (`grep -E`, awk), else basic. */
  readonly isExtended: boolean
  readonly isCaseIgnored?: boolean
  /** In awk a backslash inside brackets escapes; elsewhere it is a backslash (XBD 9.3.5). */
  readonly hasBracketEscapes?: boolean
}

/** The classes of XBD 9.3.5 in the C locale, inside the brackets of JavaScript. */
const CLASSES: Readonly<Record<string, string>> = {
  alnum: 'a-zA-Z0-9',
  alpha: 'a-zA-Z',
  blank: String.raw` \t`,
  cntrl: String.raw`\x00-\x1f\x7f`,
  digit: '0-9',
  graph: '!-~',
  lower: 'a-z',
  print: ' -~',
  punct: String.raw`!-\/:-@\[-${'`'}{-~`,
  space: String.raw` \t\n\v\f\r`,
  upper: 'A-Z',
  xdigit: '0-9A-Fa-f',
}

/** After a backslash, in either kind: what GNU's and busybox' tools know beyond POSIX. */
const ESCAPES: Readonly<Record<string, string>> = {
  n: String.raw`\n`,
  t: String.raw`\t`,
  r: String.raw`\r`,
  f: String.raw`\f`,
  v: String.raw`\v`,
  a: String.raw`\x07`,
  w: String.raw`\w`,
  W: String.raw`\W`,
  s: String.raw`\s`,
  S: String.raw`\S`,
  b: String.raw`\b`,
  B: String.raw`\B`,
  '<': String.raw`\b(?=\w)`,
  '>': String.raw`\b(?<=\w)`,
  '`': '^',
  "'": '$',
}

/** Operators that a basic expression writes with a backslash, an extended one without. */
const OPERATORS: ReadonlySet<string> = new Set(['(', ')', '{', '}', '|', '+', '?'])

const MOST_KNOWN = 500
const known = new Map<string, RegExp | null>()

/** Takes a regular expression of POSIX and its kind; gives the one of JavaScript with the flags `g` and `s`, undefined where it can't be read. */
export function posixRegex(pattern: string, kind: RegexKind): RegExp | undefined {
  const key = `${kind.isExtended ? 'E' : 'B'}${kind.isCaseIgnored === true ? 'i' : ''}${kind.hasBracketEscapes === true ? 'a' : ''} ${pattern}`
  let regex = known.get(key)
  if (regex === undefined) {
    regex = compiled(translated(pattern, kind), kind.isCaseIgnored === true ? 'gsi' : 'gs')
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(key, regex)
  }
  if (regex === null) return undefined
  regex.lastIndex = 0
  return regex
}

/** Takes text; gives the source of the expression of JavaScript that matches it and nothing else. */
export function literalSource(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)
}

/** Takes the source of an expression of JavaScript and its flags; gives it, null where it is none. */
export function compiled(source: string, flags: string): RegExp | null {
  try {
    return new RegExp(source, flags)
  } catch {
    return null
  }
}

/** Takes an expression of POSIX and its kind; gives the source of the one of JavaScript. */
export function translated(pattern: string, { isExtended, hasBracketEscapes = false }: RegexKind): string {
  let source = ''
  /** Whether an expression begins here: `*` is itself there, and `^` an anchor. */
  let isStart = true
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern.charAt(at)
    const next = pattern.charAt(at + 1)
    if (character === '[') {
      const bracket = bracketAt(pattern, at, hasBracketEscapes)
      source += bracket.source
      at = bracket.end
      isStart = false
      continue
    }
    const isEscaped = character === '\\' && next !== ''
    const letter = isEscaped ? next : character
    if (isEscaped) at += 1
    if (OPERATORS.has(letter) && isEscaped !== isExtended) {
      const isInterval = letter !== '{' || /^\d*(?:,\d*)?\\?\}/.test(pattern.slice(at + 1))
      // JavaScript knows no interval without its first number.
      if (isInterval && letter === '{' && next !== '' && pattern.startsWith(',', at + 1)) {
        source += '{0'
        continue
      }
      source += isInterval && !(isStart && '+?{'.includes(letter)) ? letter : literalSource(letter)
      isStart = letter === '(' || letter === '|'
      continue
    }
    if (isEscaped) {
      source += /[1-9]/.test(letter) ? `(?:\\${letter})` : (ESCAPES[letter] ?? literalSource(letter))
      isStart = false
      continue
    }
    if (letter === '^') {
      const isAnchor: boolean = isExtended || isStart
      source += isAnchor ? '^' : String.raw`\^`
      isStart = isStart && isAnchor
      continue
    }
    const rest = pattern.slice(at + 1)
    if (letter === '$') source += isExtended || rest === '' || /^\\[)|]/.test(rest) ? '$' : String.raw`\$`
    else if (letter === '*') source += isStart ? String.raw`\*` : '*'
    else if (letter === '.') source += '.'
    else source += literalSource(letter)
    isStart = false
  }
  return source
}

function bracketAt(
  pattern: string,
  start: number,
  hasEscapes: boolean,
): { readonly source: string; readonly end: number } {
  let at = start + 1
  const isNegated = pattern.charAt(at) === '^'
  if (isNegated) at += 1
  let inside = ''
  for (let isFirst = true; at < pattern.length; at += 1, isFirst = false) {
    const character = pattern.charAt(at)
    if (character === ']' && !isFirst)
      return { source: inside === '' ? '[]' : `[${isNegated ? '^' : ''}${inside}]`, end: at }
    const [whole, name = ''] = /^\[:([a-z]+):\]/.exec(pattern.slice(at)) ?? []
    if (whole !== undefined) {
      inside += Object.hasOwn(CLASSES, name) ? (CLASSES[name] ?? '') : ''
      at += whole.length - 1
      continue
    }
    const next = pattern.charAt(at + 1)
    if (character === '\\' && next !== '' && (hasEscapes || next === 'n' || next === 't')) {
      inside += ESCAPES[next] ?? literalSource(next)
      at += 1
      continue
    }
    const isRange = character === '-' && !isFirst && next !== ']' && next !== ''
    inside += isRange ? '-' : literalSource(character)
  }
  // No end: JavaScript refuses it as POSIX does.
  return { source: '[', end: pattern.length }
}
