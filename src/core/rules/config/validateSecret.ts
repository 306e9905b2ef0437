import { decodeBase64 } from '../../kubernetes/base64'
import { configKey, dns1123Subdomain } from '../../kubernetes/names'
import type { Secret } from '../../kubernetes/schema/types-1.36'
import { missingKeys } from '../../kubernetes/secretTypes'
import { validateText } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import { validateObjectMeta } from '../metadata/validateObjectMeta'
import type { Report } from '../report'
import { goJsonFault } from './goJsonFault'
import { pemFault } from './pemFault'
import { decodedSize, MOST_BYTES } from './size'

const TOKEN_TYPE = 'kubernetes.io/service-account-token'
const TOKEN_OWNER = 'kubernetes.io/service-account.name'
const SSH_KEY = 'ssh-privatekey'

/** The keys of registry logins, whose values must be JSON, by the type of the Secret. */
const JSON_KEYS: ReadonlyMap<string, string> = new Map([
  ['kubernetes.io/dockercfg', '.dockercfg'],
  ['kubernetes.io/dockerconfigjson', '.dockerconfigjson'],
])

/** Takes a Secret with its defaults (`stringData` is in `data` then), and the path of its root; reports what is wrong with it (core ValidateSecret). */
export function validateSecret(secret: Secret, root: FieldPath, report: Report): void {
  validateObjectMeta(secret.metadata, dns1123Subdomain, root.child('metadata'), report)
  const { data = {}, type = '' } = secret
  const field = root.child('data')
  let size = 0
  for (const [key, value] of Object.entries(data)) {
    validateText(key, configKey, field.key(key), report)
    size += decodedSize(value)
  }
  if (size > MOST_BYTES) report.tooLong(field, MOST_BYTES)
  if (type === TOKEN_TYPE && (secret.metadata?.annotations?.[TOKEN_OWNER] ?? '') === '')
    report.required(root.child('metadata', 'annotations').key(TOKEN_OWNER))
  const filled = Object.keys(data).filter((key) => key !== SSH_KEY || data[key] !== '')
  for (const key of missingKeys(type, filled)) report.required(field.key(key))
  const jsonKey = JSON_KEYS.get(type)
  const json = jsonKey === undefined ? undefined : data[jsonKey]
  if (jsonKey === undefined || json === undefined) return
  const fault = goJsonFault(decoded(json))
  if (fault !== null) report.invalid(field.key(jsonKey), '<secret contents redacted>', fault)
}

/** Takes a Secret with its defaults, and the path of its root; warns of a certificate that no server could use (pkg/registry/core/secret/strategy.go). */
export function warnOfSecret(secret: Secret, root: FieldPath, report: Report): void {
  if (secret.type !== 'kubernetes.io/tls') return
  const certificate = decoded(secret.data?.['tls.crt'] ?? '')
  const key = decoded(secret.data?.['tls.key'] ?? '')
  const fault = pemFault(certificate, key)
  if (fault !== null) report.warn(root.child('data').key('tls.crt'), fault)
}

/** The text of a value; what is no text is a letter that neither JSON nor PEM has. */
function decoded(base64: string): string {
  const value = decodeBase64(base64)
  return value.is === 'text' ? value.text : '\u{fffd}'
}
