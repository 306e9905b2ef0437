import type { SELinuxOptions } from '../../kubernetes/schema/types-1.36'
import { containerNames, containersOf, counted, setters, sortedSet, type PodSecurityCheck } from './check'

const ALLOWED_TYPES: ReadonlySet<string> = new Set([
  '',
  'container_t',
  'container_init_t',
  'container_kvm_t',
  'container_engine_t',
])

function isForbidden(options: SELinuxOptions | undefined): boolean {
  if (options === undefined) return false
  return !ALLOWED_TYPES.has(options.type ?? '') || (options.user ?? '') !== '' || (options.role ?? '') !== ''
}

/** No SELinux user or role, and only the types made for containers (check_seLinuxOptions.go). */
export const seLinuxOptions: PodSecurityCheck = {
  id: 'seLinuxOptions',
  level: 'baseline',
  check: (_, spec) => {
    const who = setters(
      isForbidden(spec.securityContext?.seLinuxOptions),
      containerNames(spec, ({ securityContext }) => isForbidden(securityContext?.seLinuxOptions)),
    )
    if (who === null) return null
    const all = [spec, ...containersOf(spec)].map(({ securityContext }) => securityContext?.seLinuxOptions)
    const types = sortedSet(
      all.map((options) => options?.type ?? '').filter((type) => !ALLOWED_TYPES.has(type)),
    )
    const set = [
      types.length === 0 ? '' : counted('type', types),
      all.some((options) => (options?.user ?? '') !== '') ? 'user may not be set' : '',
      all.some((options) => (options?.role ?? '') !== '') ? 'role may not be set' : '',
    ].filter((text) => text !== '')
    return {
      reason: 'seLinuxOptions',
      detail: `${who} set forbidden securityContext.seLinuxOptions: ${set.join('; ')}`,
    }
  },
}
