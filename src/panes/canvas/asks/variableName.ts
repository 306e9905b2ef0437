import { splitSubscript } from '../../../core/kubernetes/fieldPaths'

function upper(text: string): string {
  const name = text
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .toUpperCase()
  return /^\d/.test(name) ? `_${name}` : name
}

/** Takes a key of a ConfigMap or Secret; gives the variable people would write for it: `log.level` → `LOG_LEVEL`. */
export function variableForKey(key: string): string {
  return upper(key)
}

/** Takes a field path; gives the variable people would write for it: `metadata.name` → `POD_NAME`, `spec.nodeName` → `NODE_NAME`. */
export function variableForField(path: string): string {
  const subscript = splitSubscript(path)
  if (subscript !== null) return upper(subscript.key.slice(subscript.key.lastIndexOf('/') + 1))
  const last = path.slice(path.lastIndexOf('.') + 1)
  return upper(path.startsWith('metadata.') ? `pod_${last}` : last)
}
