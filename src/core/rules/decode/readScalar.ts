import type { Json } from '../../kubernetes/json'
import { quantity } from '../../kubernetes/quantity'
import type { ScalarType } from '../../kubernetes/schema/field'
import { base64Fault } from './base64Fault'
import { timeFault } from './timeFault'

/** What is wrong with a value: its JSON type (the reader words that), or a text of its own. */
export type Fault =
  { readonly is: 'type'; readonly got: string } | { readonly is: 'text'; readonly message: string }

/** Takes a value that is not null, and what should stand there; gives why the server can't read it, or null. */
type Reader = (value: Json) => Fault | null

const whole =
  (bits: 32 | 64): Reader =>
  (value) => {
    if (typeof value !== 'number') return wrongType(value)
    const limit = 2 ** (bits - 1)
    return Number.isInteger(value) && value >= -limit && value < limit
      ? null
      : { is: 'type', got: `number ${JSON.stringify(value)}` }
  }

const told =
  (type: 'string' | 'boolean'): Reader =>
  (value) =>
    typeof value === type ? null : wrongType(value)

const said = (message: string | null): Fault | null => (message === null ? null : { is: 'text', message })

const ofText =
  (fault: (text: string) => string | null): Reader =>
  (value) =>
    typeof value === 'string' ? said(fault(value)) : wrongType(value)

const wholeOrText: Reader = (value) => (typeof value === 'string' ? null : whole(32)(value))

/** Quantity.UnmarshalJSON reads whatever stands there, without its quotes and the spaces around it. */
const amount: Reader = (value) =>
  said(quantity((typeof value === 'string' ? value : JSON.stringify(value)).trim()))

const READERS: Readonly<Record<ScalarType, Reader>> = {
  string: told('string'),
  boolean: told('boolean'),
  int32: whole(32),
  int64: whole(64),
  quantity: amount,
  'int-or-string': wholeOrText,
  time: ofText(timeFault),
  bytes: ofText(base64Fault),
  any: () => null,
}

/** Takes a value and the scalar that should stand there; gives why the server can't read it, or null. */
export function scalarFault(value: Json, scalar: ScalarType): Fault | null {
  return READERS[scalar](value)
}

/** Takes a value; gives the fault of being of the wrong type, which names its JSON type as Go does. */
export function wrongType(value: Json): Fault {
  const got = Array.isArray(value) ? 'array' : typeof value === 'boolean' ? 'bool' : typeof value
  return { is: 'type', got }
}
