import { kubectl } from './kubectl'
import type { TerminalCommand } from './terminal'

/** The commands of the terminal by name. */
export const COMMANDS: Readonly<Record<string, TerminalCommand>> = {
  kubectl,
  k: kubectl,
  clear: ({ out }) => {
    out('\u001B[H\u001B[2J\u001B[3J')
    return 0
  },
}

/** Takes a name; gives the command, or undefined. */
export function commandNamed(name: string): TerminalCommand | undefined {
  return Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
}
