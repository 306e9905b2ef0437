import { durationFault } from './duration'

/** What the value of a flag has to be; of others every text is taken. */
export type ValueType = 'bool' | 'int32' | 'int64' | 'duration'

/** What Go takes for a truth value (strconv.ParseBool), but for how it is spelled here: `true` and `false`. */
const BOOLS: Readonly<Record<string, readonly string[]>> = {
  true: ['1', 't', 'T', 'TRUE', 'true', 'True'],
  false: ['0', 'f', 'F', 'FALSE', 'false', 'False'],
}

function boolOf(text: string): string | undefined {
  return Object.keys(BOOLS).find((truth) => BOOLS[truth]?.includes(text))
}

function intFault(text: string, bits: number): string | null {
  if (!/^[+-]?\d+$/.test(text)) return `strconv.ParseInt: parsing "${text}": invalid syntax`
  const whole = BigInt(text.replace(/^\+/, ''))
  return BigInt.asIntN(bits, whole) === whole
    ? null
    : `strconv.ParseInt: parsing "${text}": value out of range`
}

const FAULTS: Readonly<Record<ValueType, (text: string) => string | null>> = {
  bool: (text) =>
    boolOf(text) === undefined ? `strconv.ParseBool: parsing "${text}": invalid syntax` : null,
  int32: (text) => intFault(text, 32),
  int64: (text) => intFault(text, 64),
  duration: durationFault,
}

/** Takes what a flag's value has to be, and what was typed; gives Go's words why it is not, or null where it is (spf13/pflag). */
export function valueFault(type: ValueType, text: string): string | null {
  return FAULTS[type](text)
}

/** Takes what a flag's value has to be, and a value that is; gives it as it is kept: a truth value as `true` or `false`. */
export function keptValue(type: ValueType, text: string): string {
  return type === 'bool' ? (boolOf(text) ?? text) : text
}
