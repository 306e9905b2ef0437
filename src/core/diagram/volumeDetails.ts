import type { Json } from '../kubernetes/json'
import { field, itemsOf, textOf } from '../kubernetes/shape'

function texts(value: Json, ...keys: readonly string[]): readonly string[] {
  return keys.map((key) => textOf(field(value, key))).filter((text) => text !== '')
}

function counted(items: Json | undefined, one: string, many: string): readonly string[] {
  const count = itemsOf(items).length
  return count === 0 ? [] : [count === 1 ? `1 ${one}` : `${count} ${many}`]
}

const ITEMS = (value: Json) => counted(field(value, 'items'), 'key', 'keys')

/** What is worth saying of each volume source besides its name. What has a node of its own outside the pod is not said twice. */
const DETAILS: Readonly<Record<string, (value: Json) => readonly string[]>> = {
  emptyDir: (value) => texts(value, 'medium', 'sizeLimit'),
  configMap: ITEMS,
  secret: ITEMS,
  downwardAPI: (value) => counted(field(value, 'items'), 'file', 'files'),
  projected: (value) => counted(field(value, 'sources'), 'part', 'parts'),
  hostPath: (value) => texts(value, 'type'),
  nfs: (value) => texts(value, 'server'),
  csi: (value) => texts(value, 'driver'),
  image: (value) => texts(value, 'reference'),
  iscsi: (value) => texts(value, 'targetPortal'),
}

/** Takes a volume's source and its value; gives what to say of it in a few words. */
export function volumeDetails(sourceId: string, value: Json): readonly string[] {
  return (Object.hasOwn(DETAILS, sourceId) ? DETAILS[sourceId]?.(value) : undefined) ?? []
}
