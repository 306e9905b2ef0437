import type { Change } from '../../../core/kubernetes/change'
import { setArgs, setCommand } from '../../../core/kubernetes/edits/containers'
import type { Path } from '../../../core/kubernetes/path'
import { asScript, asWords, DEFAULT_SHELL, type Argv, type Script } from '../../../core/kubernetes/script'
import { actAndFocus } from '../change'

function setArgv(container: Path, { command, args }: Argv): Change {
  return (documents) => {
    setCommand(container, command)(documents)
    setArgs(container, args)(documents)
    return undefined
  }
}

/** Takes a container's path and what it runs; makes it a script for `sh -c` that runs the same, and goes there. */
export function writeScript(container: Path, argv: Argv): void {
  const empty = argv.command.length === 0 && argv.args.length === 0
  const next = empty ? { command: [...DEFAULT_SHELL], args: [''] } : asScript(argv)
  actAndFocus(setArgv(container, next), [...container, 'args', 0])
}

/** Takes a container's path and its script; runs the one command it is without a shell. Gives null where it needs one. */
export function withoutShell(container: Path, script: Script): (() => void) | null {
  const words = script.rest.length === 0 ? asWords(script.text) : null
  return words === null
    ? null
    : () => actAndFocus(setArgv(container, { command: words, args: [] }), [...container, 'command', 0])
}
