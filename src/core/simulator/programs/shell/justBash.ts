import type { Bash } from 'just-bash/browser'
import type { FileSystem } from '../../filesystem/fileSystem'
import { parseMistaken } from './assignmentWords'
import { JustBashFiles, TOOLS_PLACE } from './justBashFiles'
import type { Script } from './syntax'

/** What a tool of the shell (awk, sed, sort, jq …) gave. */
export interface ToolResult {
  readonly stdout: string
  readonly stderr: string
  readonly exitCode: number
}

/** A call of a tool. */
export interface ToolCall {
  readonly name: string
  readonly args: readonly string[]
  readonly stdin: string
  readonly env: ReadonlyMap<string, string>
  readonly cwd: string
}

/** What just-bash gives: it reads scripts, and has the tools that work on text. */
export interface LoadedShell {
  /** Takes a script; gives its tree, or why it can't be read. */
  parse(text: string): Script | { readonly problem: string }
  /** The names of the tools that it has. */
  readonly toolNames: ReadonlySet<string>
  /** Takes the files of a container; gives what runs tools over them. */
  toolsOver(files: FileSystem): (call: ToolCall) => Promise<ToolResult>
}

/** A script is read once, however often it runs. So many are remembered. */
const MOST_SCRIPTS = 500

let loading: Promise<LoadedShell> | undefined
let loaded: LoadedShell | undefined

/** Gives the shell once it is loaded, else undefined. */
export function shellIfLoaded(): LoadedShell | undefined {
  return loaded
}

/** Loads just-bash, the first time: a world without shell containers does without its megabyte. */
export function loadShell(): Promise<LoadedShell> {
  loading ??= import('just-bash/browser').then((library) => {
    loaded = shellOf(new library.Bash(), library.getCommandNames(), (options) => new library.Bash(options))
    return loaded
  })
  return loading
}

/** A bare `$` in arithmetic: the parser of just-bash 3.4.2 never ends on it, and no shell can read it. */
const UNREADABLE = /(?:\(\((?:(?!\)\))[^])*?|\$\{\w+:(?![-=?+])[^}]*?)\$(?![\w{(@*#?!$'-])/

/** Takes what just-bash says of a script that it can't read; gives it in ash's and dash's words (shell/ash.c, synexpect). */
function problemOf(message: string): string {
  if (message.includes('looking for matching')) return 'unterminated quoted string'
  const [, wanted = '', got = ''] = /Expected (\w+), got (\w+)/.exec(message) ?? []
  if (wanted === '') return message
  const found = got === 'EOF' ? 'end of file' : got === 'NEWLINE' ? 'newline' : `"${got.toLowerCase()}"`
  return `unexpected ${found} (expecting "${wanted.toLowerCase()}")`
}

function shellOf(
  parser: Bash,
  names: readonly string[],
  make: (options: ConstructorParameters<typeof Bash>[0]) => Bash,
): LoadedShell {
  const scripts = new Map<string, Script>()
  const toolNames = new Set(names)
  return {
    parse: (text) => {
      const known = scripts.get(text)
      if (known !== undefined) return known
      if (UNREADABLE.test(text)) return { problem: 'arithmetic syntax error' }
      try {
        const ast = parseMistaken(text, (each) => parser.transform(each).ast)
        if (scripts.size >= MOST_SCRIPTS) scripts.clear()
        scripts.set(text, ast)
        return ast
      } catch (error) {
        return { problem: problemOf(error instanceof Error ? error.message : String(error)) }
      }
    },
    toolNames,
    toolsOver: (files) => {
      let bash: Bash | undefined
      return async ({ name, args, stdin, env, cwd }) => {
        bash ??= make({ fs: new JustBashFiles(files, toolNames), cwd: '/', defenseInDepth: false })
        const options = { args: [...args], stdin, env: Object.fromEntries(env), replaceEnv: true, cwd }
        const { stdout, stderr, exitCode } = await bash.exec(`${TOOLS_PLACE}${name}`, options)
        return { stdout, stderr, exitCode }
      }
    },
  }
}
