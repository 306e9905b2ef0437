import type { Json } from '../kubernetes/json'
import { field, stringsOf, wordOf } from '../kubernetes/shape'

/** Access modes as kubectl prints them. */
const MODES: Readonly<Record<string, string>> = {
  ReadWriteOnce: 'RWO',
  ReadOnlyMany: 'ROX',
  ReadWriteMany: 'RWX',
  ReadWriteOncePod: 'RWOP',
}

/** Takes a claim's spec; gives how much storage it asks for, '' where it does not say. */
export function claimedStorage(spec: Json | undefined): string {
  return wordOf(field(field(field(spec, 'resources'), 'requests'), 'storage'))
}

/** Takes a claim's spec; gives how much storage it asks for, and who may use it at once. */
export function claimFacts(spec: Json | undefined): readonly string[] {
  const modes = stringsOf(field(spec, 'accessModes')).map((mode) =>
    Object.hasOwn(MODES, mode) ? (MODES[mode] ?? mode) : mode,
  )
  return [claimedStorage(spec), ...modes].filter((text) => text !== '')
}
