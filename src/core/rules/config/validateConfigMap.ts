import { configKey, dns1123Subdomain } from '../../kubernetes/names'
import type { ConfigMap } from '../../kubernetes/schema/types-1.36'
import { validateText } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import { validateObjectMeta } from '../metadata/validateObjectMeta'
import type { Report } from '../report'
import { decodedSize, MOST_BYTES, textSize } from './size'

/** Takes a ConfigMap, and the path of its root; reports what is wrong with it (core ValidateConfigMap). */
export function validateConfigMap(configMap: ConfigMap, root: FieldPath, report: Report): void {
  validateObjectMeta(configMap.metadata, dns1123Subdomain, root.child('metadata'), report)
  const { data = {}, binaryData = {} } = configMap
  let size = 0
  for (const [key, value] of Object.entries(data)) {
    const field = root.child('data').key(key)
    validateText(key, configKey, field, report)
    if (Object.hasOwn(binaryData, key)) report.invalid(field, key, 'duplicate of key present in binaryData')
    size += textSize(value)
  }
  for (const [key, value] of Object.entries(binaryData)) {
    const field = root.child('binaryData').key(key)
    validateText(key, configKey, field, report)
    size += decodedSize(value)
  }
  if (size > MOST_BYTES) report.tooLong(root, MOST_BYTES)
}
