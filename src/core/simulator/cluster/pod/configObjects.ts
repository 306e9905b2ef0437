import type { ApiServer } from '../../api/apiServer'
import { textOf } from '../../filesystem/fileNode'
import type { ConfigObject } from '../../programs/process'
import { heldFiles, type HolderKind } from '../heldFiles'

/** Takes the API server, a kind and a namespace ('' is all); gives what a program that lists them there sees. Who may list what (RBAC) is not simulated. */
export function configObjects(api: ApiServer, kind: HolderKind, from: string): readonly ConfigObject[] {
  return api.list(kind, from === '' ? undefined : from).map(({ metadata }) => {
    const { name = '', namespace = 'default', labels = {} } = metadata ?? {}
    const held = heldFiles(api, kind, namespace, name) ?? new Map<string, Uint8Array>()
    return { name, namespace, labels, data: new Map([...held].map(([key, bytes]) => [key, textOf(bytes)])) }
  })
}
