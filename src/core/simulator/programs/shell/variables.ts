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
  const [, array, index] = ELEMENT.exec(name) ?? []
  if (array !== undefined && index !== undefined)
    return isWhole(index) ? arrayOf(array, state)?.join(' ') : arrayOf(array, state)?.[indexOf(index, state)]
  return SPECIAL[name]?.(state) ?? state.variables.get(name) ?? state.arrays.get(name)?.[0]
}

/** `name[index]`. */
const ELEMENT = /^([A-Za-z_]\w*)\[(.+)\]$/

/** `[@]` and `[*]` are all of an array. */
function isWhole(index: string): boolean {
  return index === '@' || index === '*'
}

/** Takes a name; gives the array of that name: a plain variable is one of one element. */
function arrayOf(name: string, state: ShellState): readonly string[] | undefined {
  const value = state.variables.get(name)
  return state.arrays.get(name) ?? (value === undefined ? undefined : [value])
}

function indexOf(index: string, state: ShellState): number {
  const text = index.replace(/^\$\{?(\w+)\}?$/, '$1')
  return Number(/^-?\d+$/.test(text) ? text : (state.variables.get(text) ?? 0))
}

/** Takes the name of a parameter; gives the values where it is a list: `@`, `*`, `name[@]`, `name[*]`. */
export function valuesOf(name: string, state: ShellState): readonly string[] | undefined {
  if (isWhole(name)) return state.positional
  const [, array, index] = ELEMENT.exec(name) ?? []
  return array !== undefined && index !== undefined && isWhole(index)
    ? (arrayOf(array, state) ?? [])
    : undefined
}

/** Takes a shell, a name, values, and whether they come after those that are there; sets the array. */
export function assignArray(
  state: ShellState,
  name: string,
  values: readonly string[],
  isAppended: boolean,
): void {
  state.arrays.set(name, isAppended ? [...(arrayOf(name, state) ?? []), ...values] : values)
  state.variables.delete(name)
}

/** Takes a shell, a name and a value; sets it. Throws a ShellError where it is readonly. */
export function assign(state: ShellState, name: string, value: string): void {
  if (state.readonly.has(name)) throw new ShellError(`${name}: is read only`, 2, true)
  const [, array, index] = ELEMENT.exec(name) ?? []
  if (array === undefined || index === undefined) {
    state.arrays.delete(name)
    state.variables.set(name, value)
    return
  }
  const values = [...(arrayOf(array, state) ?? [])]
  const at = indexOf(index, state)
  while (values.length < at) values.push('')
  values[at] = value
  assignArray(state, array, values, false)
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
