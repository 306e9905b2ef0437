import { GLOBAL_FLAGS, type Verb, type VerbGroup } from './verb'
import { VERBS } from './verbs'

/** Takes a verb's path and the verb; gives what `--help` prints of it. */
export function verbHelp(path: string, { about, usage, examples, flags }: Verb): string {
  const lines = flags.map(({ name, short, value, about: words }) => {
    const shown = `${short === undefined ? '    ' : `-${short}, `}--${name}${value === 'one' ? '=...' : ''}`
    return `    ${shown}:\n        ${words}`
  })
  return [
    `${about}.`,
    '',
    'Examples:',
    ...examples.map((example) => `  ${example}`),
    '',
    ...(lines.length === 0 ? [] : ['Options:', ...lines, '']),
    'Usage:',
    `  kubectl ${path} ${usage}`,
    '',
  ].join('\n')
}

/** Takes a group of verbs and its name; gives what `--help` prints of it. */
export function groupHelp(name: string, { about, verbs }: VerbGroup): string {
  return [
    `${about}.`,
    '',
    'Available Commands:',
    ...listed(Object.entries(verbs)),
    '',
    'Usage:',
    `  kubectl ${name} COMMAND [options]`,
    '',
    `Use "kubectl ${name} COMMAND --help" for more information about a given command.`,
    '',
  ].join('\n')
}

/** Gives what `kubectl help` prints: the verbs that work here. */
export function kubectlHelp(): string {
  return [
    'kubectl controls the Kubernetes cluster manager. This one controls the simulated cluster of the design.',
    '',
    'Commands:',
    ...listed(Object.entries(VERBS)),
    '',
    'Options of all commands:',
    ...GLOBAL_FLAGS.slice(0, 2).map(({ name, short, about }) => `  -${short ?? ''}, --${name}: ${about}`),
    '',
    'Usage:',
    '  kubectl [flags] [options]',
    '',
    'Use "kubectl <command> --help" for more information about a given command.',
    '',
  ].join('\n')
}

function listed(verbs: readonly (readonly [string, { readonly about: string }])[]): readonly string[] {
  const width = Math.max(...verbs.map(([name]) => name.length)) + 3
  return verbs.map(([name, { about }]) => `  ${name.padEnd(width)}${about}`)
}
