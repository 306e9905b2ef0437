import type { ShellOption, ShellState } from './shellState'
import { ShellError } from './unwind'

const OPTION_LETTERS: Readonly<Record<ShellOption, string>> = {
  errexit: 'e',
  nounset: 'u',
  xtrace: 'x',
  noglob: 'f',
  pipefail: '',
}

const SPECIAL: Readonly<Record<string, (state: ShellState) => string>> = {
  '?': (state) => String(state.status),
  '#': (state) => String(state.positional.length),
  '@': (state) => state.positional.join(' '),
  '*': (state) => state.positional.join((state.variables.get('IFS') ?? ' ').slice(0, 1)),
  $: (state) => String(state.machine.pid),
  '!': (state) => (state.lastJob === undefined ? '' : String(state.lastJob)),
  '-': (state) => [...state.options].map((option) => OPTION_LETTERS[option]).join(''),
  '0': (state) => state.name,
  RANDOM: (state) => String(randomOf(state)),
  SECONDS: (state) => String(Math.floor(state.machine.process.clock.now / 1000)),
  HOSTNAME: (state) => state.variables.get('HOSTNAME') ?? state.machine.process.hostname,
  PPID: () => '0',
  UID: (state) => String(state.machine.process.credentials.uid),
}

/** Takes a name and a shell; gives its value, or undefined where it is not set. */
export function valueOf(name: string, state: ShellState): string | undefined {
  if (/^[1-9]\d*$/.test(name)) return state.positional[Number(name) - 1]
  return SPECIAL[name]?.(state) ?? state.variables.get(name)
}

/** Takes a shell, a name and a value; sets it. Throws a ShellError where it is readonly. */
export function assign(state: ShellState, name: string, value: string): void {
  if (state.readonly.has(name)) throw new ShellError(`${name}: is read only`, 2, true)
  state.variables.set(name, value)
}

/** A number that looks random, and comes out the same whenever the same history runs again. */
function randomOf(state: ShellState): number {
  const seed = Number(state.variables.get(RANDOM_SEED) ?? state.machine.process.clock.now + state.machine.pid)
  const next = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  state.variables.set(RANDOM_SEED, String(next))
  return Math.floor(next / 65_536) % 32_768
}

/** No name that a script can write. */
const RANDOM_SEED = ' random'
