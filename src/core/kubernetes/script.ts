/** A shell script inside a container's argv: which shell, and which entry of which list holds the text. */
export interface Script {
  /** What comes before the text: the shell and its options. */
  readonly shell: readonly string[]
  readonly list: 'command' | 'args'
  /** The text's place in that list. */
  readonly index: number
  readonly text: string
  /** What comes after the text: the script's `$0`, `$1`, … */
  readonly rest: readonly string[]
}

/** What `command` and `args` can say, as lists of strings. */
export interface Argv {
  readonly command: readonly string[]
  readonly args: readonly string[]
}

const SHELLS: ReadonlySet<string> = new Set(['sh', 'bash', 'ash', 'dash', 'ksh', 'zsh'])

/** What Podwright writes when it makes a script out of a list. */
export const DEFAULT_SHELL: readonly string[] = ['sh', '-c']

function isShell(program: string): boolean {
  return SHELLS.has(program.slice(program.lastIndexOf('/') + 1))
}

/**
 * Takes an argv; gives the place of the text that a shell is to run, or null where it is no `sh -c`. As in POSIX `sh`:
 * any option cluster with a `c` (`-c`, `-ec`), the first operand after the options is the text; `-o` takes a word.
 */
function textPlace(argv: readonly string[]): number | null {
  const program = argv[0]
  if (program === undefined || !isShell(program)) return null
  let runsText = false
  let at = 1
  while (at < argv.length) {
    const option = argv[at] ?? ''
    if (option === '--' || option === '-') {
      at++
      break
    }
    if (!/^[-+][A-Za-z]+$/.test(option) && !option.startsWith('--')) break
    if (/^-[A-Za-z]*c/.test(option)) runsText = true
    at += !option.startsWith('--') && option.endsWith('o') ? 2 : 1
  }
  return runsText && at < argv.length ? at : null
}

/**
 * Takes a container's command and args; gives the script they run, or null where they run none. With a command the
 * argv is command and args; without one the args alone are looked at (for images without an entrypoint).
 */
export function scriptIn({ command, args }: Argv): Script | null {
  const argv = [...command, ...args]
  const place = textPlace(argv)
  if (place === null) return null
  const inCommand = place < command.length
  return {
    shell: argv.slice(0, place),
    list: inCommand ? 'command' : 'args',
    index: inCommand ? place : place - command.length,
    text: argv[place] ?? '',
    rest: argv.slice(place + 1),
  }
}

const SAFE_WORD = /^[\w@%+=:,./-]+$/

/**
 * Takes a word; gives it as a shell must read it to get the same word. The kubelet's `$(VAR)` goes into single quotes
 * too: the kubelet puts the value there before any shell sees it, and a reference it does not know stays as it is.
 */
export function shellWord(word: string): string {
  return SAFE_WORD.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
}

/** Takes a list of words; gives the argv that runs the same through a shell, as a script one can go on writing. */
export function asScript({ command, args }: Argv): Argv {
  const words = [...command, ...args]
  return { command: [...DEFAULT_SHELL], args: [words.map((word) => shellWord(word)).join(' ')] }
}

const UNQUOTED = /[^\s'"\\|&;<>()$`*?[\]#~{}!\n]/.source
const WORD = new RegExp(`^(?:${UNQUOTED}|\\\\[^\\n]|'[^'\\n]*'|"[^"\\\\$\`\\n]*")+`)

const QUOTED = /'([^']*)'|"([^"]*)"|\\(.)/g

/** Takes a script; gives the words of the one plain command it is, or null where it needs a shell. */
export function asWords(text: string): string[] | null {
  const words: string[] = []
  let rest = text.trim()
  while (rest !== '') {
    const match = WORD.exec(rest)
    if (match === null) return null
    const raw = match[0]
    rest = rest.slice(raw.length)
    if (rest !== '' && !/^[^\S\n]/.test(rest)) return null
    rest = rest.trimStart()
    words.push(raw.replaceAll(QUOTED, (_, a?: string, b?: string, c?: string) => a ?? b ?? c ?? ''))
  }
  const first = words[0]
  // `A=1 cmd` sets a variable, and `if`, `for`, … are the shell's own.
  return first === undefined || first.includes('=') || BUILTINS.has(first) ? null : words
}

const BUILTINS: ReadonlySet<string> = new Set(
  'if for while until case function { ! . source eval exec export set unset cd exit return trap ulimit umask wait : alias read shift local type command'.split(
    ' ',
  ),
)
