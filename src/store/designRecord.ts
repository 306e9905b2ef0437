import { isObject } from '../core/kubernetes/json'

/** A saved design. The text is all there is to it; the rest is for finding it again. */
export interface DesignRecord {
  readonly id: string
  readonly name: string
  readonly text: string
  /** Which starter it began as. */
  readonly starter: string | null
  /** When it was last changed, in milliseconds since 1970. */
  readonly changed: number
  /** Names this very version of it: whoever writes the next one must know this one. */
  readonly stamp: string
}

/** Takes a design; gives the text to keep in storage. */
export function printRecord({ name, text, starter, changed, stamp }: DesignRecord): string {
  return JSON.stringify({ version: 1, name, text, starter, changed, stamp })
}

/** Takes an id and what storage holds under it; gives the design, or null when it isn't one this version can read. */
export function readRecord(id: string, stored: string): DesignRecord | null {
  const value = parsed(stored)
  if (!isObject(value) || value.version !== 1) return null
  const { name, text, starter, changed, stamp } = value
  if (typeof name !== 'string' || typeof text !== 'string' || typeof stamp !== 'string') return null
  return {
    id,
    name,
    text,
    starter: typeof starter === 'string' ? starter : null,
    changed: typeof changed === 'number' ? changed : 0,
    stamp,
  }
}

function parsed(stored: string): unknown {
  try {
    return JSON.parse(stored)
  } catch {
    return null
  }
}
