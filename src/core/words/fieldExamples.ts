import type { Field, ScalarType } from '../kubernetes/schema/field'

const BY_NAME: Readonly<Record<string, string>> = {
  path: '/',
  port: '8080',
  host: 'example.com',
  namespace: 'default',
  cpu: '100m',
  memory: '128Mi',
}

const BY_TYPE: Readonly<Partial<Record<ScalarType, string>>> = {
  quantity: '1Gi',
  time: '2026-01-01T00:00:00Z',
}

/** Takes a field; gives something short and valid to show while it is empty, or '' where nothing would help. */
export function exampleOf({ name, type }: Field): string {
  const own = Object.hasOwn(BY_NAME, name) ? BY_NAME[name] : undefined
  return own ?? (type.is === 'scalar' ? (BY_TYPE[type.scalar] ?? '') : '')
}
