import { bytesOfBase64 } from '../../kubernetes/base64'
import type { ConfigMap, Secret } from '../../kubernetes/schema/types-1.36'
import type { ApiServer } from '../api/apiServer'
import { bytesOf, textOf } from '../filesystem/fileNode'

/** What a ConfigMap or Secret holds, by key. */
export type Held = ReadonlyMap<string, Uint8Array>

/** The kinds that hold files. */
export type HolderKind = 'ConfigMap' | 'Secret'

/** Takes the API server, a kind, a namespace and a name; gives what it holds, or undefined where there is none of that name. */
export function heldFiles(
  api: ApiServer,
  kind: HolderKind,
  namespace: string,
  name: string,
): Held | undefined {
  if (kind === 'ConfigMap') {
    const map = api.get('ConfigMap', namespace, name)
    return map === undefined ? undefined : ofConfigMap(map)
  }
  const secret = api.get('Secret', namespace, name)
  return secret === undefined ? undefined : ofSecret(secret)
}

/** Takes what an object holds; gives it as texts, as environment variables have it. */
export function asTexts(held: Held | undefined): Readonly<Record<string, string>> | undefined {
  if (held === undefined) return undefined
  return Object.fromEntries([...held].map(([key, bytes]) => [key, textOf(bytes)]))
}

function ofConfigMap({ data = {}, binaryData = {} }: ConfigMap): Held {
  return new Map([
    ...Object.entries(data).map(([key, text]) => [key, bytesOf(text)] as const),
    ...Object.entries(binaryData).map(([key, packed]) => [key, decoded(packed)] as const),
  ])
}

/** `stringData` goes before `data` (the server merges them when it stores a Secret). */
function ofSecret({ data = {}, stringData = {} }: Secret): Held {
  return new Map([
    ...Object.entries(data).map(([key, packed]) => [key, decoded(packed)] as const),
    ...Object.entries(stringData).map(([key, text]) => [key, bytesOf(text)] as const),
  ])
}

/** What is no base64 the server would have refused. */
function decoded(packed: string): Uint8Array {
  return bytesOfBase64(packed) ?? new Uint8Array()
}
