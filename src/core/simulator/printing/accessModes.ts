import type { Json } from '../../kubernetes/json'
import { stringsOf } from '../../kubernetes/shape'

const ACCESS_MODES: Readonly<Record<string, string>> = {
  ReadWriteOnce: 'RWO',
  ReadOnlyMany: 'ROX',
  ReadWriteMany: 'RWX',
  ReadWriteOncePod: 'RWOP',
}

/** Takes the access modes of a claim; gives them as kubectl writes them: `RWO,ROX` (GetAccessModesAsString). */
export function accessModes(modes: Json | undefined): string {
  return stringsOf(modes)
    .map((mode) => ACCESS_MODES[mode] ?? '')
    .join(',')
}
