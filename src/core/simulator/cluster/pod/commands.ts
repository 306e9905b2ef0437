import type { Container } from '../../../kubernetes/schema/types-1.36'
import { expand } from '../../environment/expand'

type Lookup = (name: string) => string | undefined

/** What of a container a command is, with its variables put in. */
export interface CommandLine {
  readonly command: readonly string[]
  readonly args: readonly string[]
}

/** Takes a container and its variables; gives what it runs (ExpandContainerCommandAndArgs in pkg/kubelet/container/helpers.go). */
export function commandLine({ command = [], args = [] }: Container, variables: Lookup): CommandLine {
  return {
    command: command.map((word) => expand(word, variables)),
    args: args.map((word) => expand(word, variables)),
  }
}

/** Takes a container and the command of a probe or hook; gives it with the variables that have a value of their own, those with `valueFrom` are empty (ExpandContainerCommandOnlyStatic). */
export function staticCommand({ env = [] }: Container, command: readonly string[]): readonly string[] {
  const values = new Map(env.map(({ name = '', value = '' }) => [name, value]))
  return command.map((word) => expand(word, (name) => values.get(name)))
}
