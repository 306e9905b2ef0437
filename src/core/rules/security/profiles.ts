import type {
  AppArmorProfile,
  SeccompProfile,
  WindowsSecurityContextOptions,
} from '../../kubernetes/schema/types-1.36'
import { dns1123Subdomain } from '../../kubernetes/names'
import { validateDescendingPath, validateOneOf, validateText } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import type { Report } from '../report'

const TYPES = ['Localhost', 'RuntimeDefault', 'Unconfined']
const LONGEST_PROFILE_PATH = 4095
const LONGEST_CREDENTIAL_SPEC = 64 * 1024

/** Takes a seccomp profile, or nothing, and its field; reports what is wrong with it (validateSeccompProfileField). */
export function validateSeccompProfile(
  profile: SeccompProfile | undefined,
  field: FieldPath,
  report: Report,
): void {
  if (profile === undefined) return
  const { type = '', localhostProfile } = profile
  if (type === '') report.required(field.child('type'), 'type is required when seccompProfile is set')
  else validateOneOf(type, TYPES, field.child('type'), report)
  const at = field.child('localhostProfile')
  if (type !== 'Localhost') {
    if (localhostProfile !== undefined)
      report.invalid(
        at,
        { Type: type, LocalhostProfile: localhostProfile },
        'can only be set when seccomp type is Localhost',
      )
  } else if (localhostProfile === undefined) report.required(at, 'must be set when seccomp type is Localhost')
  else validateDescendingPath(localhostProfile, at, report)
}

/** Takes an AppArmor profile, or nothing, and its field; reports what is wrong with it (ValidateAppArmorProfileField). */
export function validateAppArmorProfile(
  profile: AppArmorProfile | undefined,
  field: FieldPath,
  report: Report,
): void {
  if (profile === undefined) return
  const { type = '', localhostProfile } = profile
  const at = field.child('localhostProfile')
  if (type === '') report.required(field.child('type'), 'type is required when appArmorProfile is set')
  else validateOneOf(type, TYPES, field.child('type'), report)
  if (type === 'Localhost') {
    if (localhostProfile === undefined || localhostProfile === '')
      report.required(at, 'must be set when AppArmor type is Localhost')
    else if (localhostProfile.trim() !== localhostProfile)
      report.invalid(at, localhostProfile, 'must not be padded with whitespace')
    if ((localhostProfile ?? '').length > LONGEST_PROFILE_PATH) report.tooLong(at, LONGEST_PROFILE_PATH)
  } else if (localhostProfile !== undefined && TYPES.includes(type))
    report.invalid(at, localhostProfile, 'can only be set when AppArmor type is Localhost')
}

/** Takes options for Windows, or nothing, and their field; reports what is wrong with them (validateWindowsSecurityContextOptions). */
export function validateWindowsOptions(
  options: WindowsSecurityContextOptions | undefined,
  field: FieldPath,
  report: Report,
): void {
  const { gmsaCredentialSpecName, gmsaCredentialSpec, runAsUserName } = options ?? {}
  if (gmsaCredentialSpecName !== undefined)
    validateText(gmsaCredentialSpecName, dns1123Subdomain, field.child('gmsaCredentialSpecName'), report)
  if (gmsaCredentialSpec !== undefined) {
    const at = field.child('gmsaCredentialSpec')
    if (gmsaCredentialSpec === '')
      report.invalid(at, gmsaCredentialSpec, 'gmsaCredentialSpec cannot be an empty string')
    if (gmsaCredentialSpec.length > LONGEST_CREDENTIAL_SPEC)
      report.invalid(at, gmsaCredentialSpec, 'gmsaCredentialSpec size must be under 64 KiB')
  }
  if (runAsUserName === undefined) return
  const fault = userNameFault(runAsUserName)
  if (fault !== null) report.invalid(field.child('runAsUserName'), runAsUserName, fault)
}

function userNameFault(name: string): string | null {
  if (name === '') return 'runAsUserName cannot be an empty string'
  if (/\p{Cc}/u.test(name)) return 'runAsUserName cannot contain control characters'
  const parts = name.split('\\')
  if (parts.length > 2) return 'runAsUserName cannot contain more than one backslash'
  const user = parts.at(-1) ?? ''
  if (user === '') return 'runAsUserName cannot contain an empty user name'
  return user.length > 104 ? "runAsUserName's User length must not be longer than 104 characters" : null
}
