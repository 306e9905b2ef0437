import type { Steps } from '../../../../clock'
import { escapes } from '../printf'
import type { Call } from '../../shellState'
import { readLines } from '../../streams'
import { complain, optionsOf, say } from '../command'

const ALL = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code))

/** The classes of tr(1) in the C locale. */
const CLASSES: Readonly<Record<string, RegExp>> = {
  alnum: /[A-Za-z0-9]/,
  alpha: /[A-Za-z]/,
  blank: /[ \t]/,
  // oxlint-disable-next-line no-control-regex
  cntrl: /[\x00-\x1f\x7f]/,
  digit: /[0-9]/,
  graph: /[!-~]/,
  lower: /[a-z]/,
  print: /[ -~]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /[\t-\r ]/,
  upper: /[A-Z]/,
  xdigit: /[0-9A-Fa-f]/,
}

/** Takes a set as tr(1) takes it (`a-z`, `[:digit:]`, `\n`); gives its characters. */
function setOf(text: string): readonly string[] {
  const set: string[] = []
  const parts = text.match(/\[:[a-z]+:\]|\\(?:[0-7]{1,3}|[^])|[^]/g) ?? []
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? ''
    const [, name = ''] = /^\[:([a-z]+):\]$/.exec(part) ?? []
    const characters = Object.hasOwn(CLASSES, name) ? CLASSES[name] : undefined
    if (characters !== undefined) {
      set.push(...ALL.filter((character) => characters.test(character)))
      continue
    }
    const first = characterOf(part)
    const last = parts[at + 1] === '-' ? parts[at + 2] : undefined
    if (last === undefined) {
      set.push(first)
      continue
    }
    for (let code = first.charCodeAt(0); code <= characterOf(last).charCodeAt(0); code += 1)
      set.push(String.fromCharCode(code))
    at += 2
  }
  return set
}

function characterOf(part: string): string {
  const octal = /^\\([0-7]{1,3})$/.exec(part)?.[1]
  if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8))
  return part.startsWith('\\') ? (escapes(part) === part ? part.slice(1) : escapes(part)) : part
}

/** tr(1): takes characters for others, away, or together. */
export function* tr(call: Call): Steps<number> {
  const { flags, operands } = optionsOf(call.args)
  const [from, to] = operands
  if (from === undefined) return complain(call, 'missing operand')
  const first = new Set(setOf(from))
  const isComplement = flags.has('c') || flags.has('C')
  const isIn = (character: string) => first.has(character) !== isComplement
  const isDeleted = flags.has('d')
  const target = to === undefined ? [] : setOf(to)
  const fill = target.at(-1) ?? ''
  const map = new Map(isComplement ? [] : setOf(from).map((character, at) => [character, target[at] ?? fill]))
  const squeezed = flags.has('s') ? new Set(to === undefined ? undefined : target) : undefined
  const isSqueezed = (character: string) =>
    squeezed !== undefined && (to === undefined ? isIn(character) : squeezed.has(character))
  const { input } = call.streams
  let last = ''
  for (let text = yield* readLines(input); text !== ''; text = yield* readLines(input)) {
    let written = ''
    for (const character of text) {
      const isTaken = isIn(character)
      if (isDeleted && isTaken) continue
      const given = isDeleted || !isTaken || to === undefined ? character : (map.get(character) ?? fill)
      if (given === last && isSqueezed(given)) continue
      written += given
      last = given
    }
    if (written !== '') say(call, written)
  }
  return 0
}
