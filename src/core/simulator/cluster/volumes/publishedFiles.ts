import type {
  DownwardAPIVolumeFile,
  KeyToPath,
  Pod,
  Volume,
  VolumeProjection,
} from '../../../kubernetes/schema/types-1.36'
import type { ApiServer } from '../../api/apiServer'
import { fieldPathValue } from '../../environment/fieldPathValue'
import { resourceReference, type ResourceHolder } from '../../environment/resourceReference'
import type { PublishedFile } from '../../filesystem/atomicWriter'
import { heldFiles, type HolderKind } from '../heldFiles'

/** What the files of a volume are made from. */
export interface PublishedSource extends ResourceHolder {
  readonly api: ApiServer
}

/** The files by their path in the volume, or why they can't be had, in the kubelet's words. */
export type Published = ReadonlyMap<string, PublishedFile> | { readonly error: string }

const MODE = 0o644

/** Takes a source and a volume; gives the files of a ConfigMap, Secret, downwardAPI or projected volume, null for other volumes (pkg/volume/{configmap,secret,downwardapi,projected}). */
export function publishedFiles(source: PublishedSource, volume: Volume): Published | null {
  const { configMap, secret, downwardAPI, projected } = volume
  if (configMap !== undefined)
    return held(source, 'ConfigMap', configMap.name ?? '', configMap, configMap.defaultMode ?? MODE)
  if (secret !== undefined)
    return held(source, 'Secret', secret.secretName ?? '', secret, secret.defaultMode ?? MODE)
  if (downwardAPI !== undefined)
    return downward(source, downwardAPI.items ?? [], downwardAPI.defaultMode ?? MODE)
  if (projected === undefined) return null
  const mode = projected.defaultMode ?? MODE
  const files = new Map<string, PublishedFile>()
  for (const projection of projected.sources ?? []) {
    const some = projectedFiles(source, projection, mode)
    if ('error' in some) return some
    for (const [path, file] of some) files.set(path, file)
  }
  return files
}

function projectedFiles(source: PublishedSource, projection: VolumeProjection, mode: number): Published {
  const { configMap, secret, downwardAPI, serviceAccountToken } = projection
  if (configMap !== undefined) return held(source, 'ConfigMap', configMap.name ?? '', configMap, mode)
  if (secret !== undefined) return held(source, 'Secret', secret.name ?? '', secret, mode)
  if (downwardAPI !== undefined) return downward(source, downwardAPI.items ?? [], mode)
  if (serviceAccountToken === undefined) return new Map()
  const { path = 'token', audience = 'https://kubernetes.default.svc' } = serviceAccountToken
  return new Map([[path, { content: token(source.pod, audience), mode: 0o600 }]])
}

/** A token that is none: it says so, and whose it would be. */
function token(pod: Pod, audience: string): string {
  const { namespace = 'default', name = '' } = pod.metadata ?? {}
  const account = pod.spec?.serviceAccountName ?? 'default'
  return `simulated token of system:serviceaccount:${namespace}:${account} in pod ${name} for ${audience}\n`
}

interface Selection {
  readonly items?: readonly KeyToPath[]
  readonly optional?: boolean
}

function held(
  { api, pod }: PublishedSource,
  kind: HolderKind,
  name: string,
  { items, optional = false }: Selection,
  mode: number,
): Published {
  const { namespace = 'default' } = pod.metadata ?? {}
  const files = heldFiles(api, kind, namespace, name)
  if (files === undefined)
    return optional ? new Map() : { error: `${kind.toLowerCase()} "${name}" not found` }
  if (items === undefined) return new Map([...files].map(([key, content]) => [key, { content, mode }]))
  const chosen = new Map<string, PublishedFile>()
  for (const item of items) {
    const content = files.get(item.key ?? '')
    if (content !== undefined) chosen.set(item.path ?? '', { content, mode: item.mode ?? mode })
    else if (!optional)
      return kind === 'Secret'
        ? { error: `references non-existent secret key: ${item.key ?? ''}` }
        : { error: `configmap references non-existent config key: ${item.key ?? ''}` }
  }
  return chosen
}

function downward(source: PublishedSource, items: readonly DownwardAPIVolumeFile[], mode: number): Published {
  const files = new Map<string, PublishedFile>()
  for (const item of items) {
    const content = downwardText(source, item)
    if (typeof content === 'object') return content
    files.set(item.path ?? '', { content, mode: item.mode ?? mode })
  }
  return files
}

function downwardText(
  source: PublishedSource,
  { fieldRef, resourceFieldRef }: DownwardAPIVolumeFile,
): string | { readonly error: string } {
  if (resourceFieldRef !== undefined) return resourceReference(source, resourceFieldRef, undefined)
  if (fieldRef === undefined) return ''
  const found = fieldPathValue(source.pod.metadata ?? {}, fieldRef.fieldPath ?? '')
  return 'value' in found ? found.value : found
}
