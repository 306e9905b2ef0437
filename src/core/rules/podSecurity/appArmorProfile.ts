import { quoted } from '../goText'
import { containerNames, containersOf, joinQuote, setters, sortedSet, type PodSecurityCheck } from './check'

const ALLOWED_TYPES: ReadonlySet<string> = new Set(['RuntimeDefault', 'Localhost'])
const ANNOTATION = 'container.apparmor.security.beta.kubernetes.io/'

interface Profile {
  readonly type?: string
}

function isForbidden(profile: Profile | undefined): boolean {
  return profile !== undefined && !ALLOWED_TYPES.has(profile.type ?? '')
}

function isForbiddenAnnotation([key, value]: [string, string]): boolean {
  if (!key.startsWith(ANNOTATION)) return false
  return value !== '' && value !== 'runtime/default' && !value.startsWith('localhost/')
}

/** No unconfined AppArmor profile, by field or by the old annotation (check_appArmorProfile.go). */
export const appArmorProfile: PodSecurityCheck = {
  id: 'appArmorProfile',
  level: 'baseline',
  check: (metadata, spec) => {
    const fields = setters(
      isForbidden(spec.securityContext?.appArmorProfile),
      containerNames(spec, ({ securityContext }) => isForbidden(securityContext?.appArmorProfile)),
    )
    const annotations = Object.entries(metadata.annotations ?? {})
      .filter(isForbiddenAnnotation)
      .map(([key, value]) => `${key}=${quoted(value)}`)
      .toSorted()
    if (fields === null && annotations.length === 0) return null
    const types = [spec, ...containersOf(spec)]
      .map(({ securityContext }) => securityContext?.appArmorProfile)
      .filter((profile) => isForbidden(profile))
      .map((profile) => profile?.type ?? '')
    const values = [...sortedSet(types), ...annotations]
    const who = [
      ...(fields === null ? [] : [fields]),
      ...(annotations.length === 0 ? [] : [annotations.length === 1 ? 'annotation' : 'annotations']),
    ]
    return {
      reason: values.length === 1 ? 'forbidden AppArmor profile' : 'forbidden AppArmor profiles',
      detail: `${who.join(' and ')} must not set AppArmor profile type to ${joinQuote(values)}`,
    }
  },
}
