import type { Json } from '../../kubernetes/json'
import type { SecurityContext } from '../../kubernetes/schema/types-1.36'
import { validateId, validateOneOf } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import { goList } from '../goText'
import type { Report } from '../report'
import { validateAppArmorProfile, validateSeccompProfile, validateWindowsOptions } from './profiles'

/** Takes a container's security context, or nothing, whether it shares the node's users, and its field; reports what is wrong with it (ValidateSecurityContext). */
export function validateSecurityContext(
  context: SecurityContext | undefined,
  hostUsers: boolean,
  field: FieldPath,
  report: Report,
): void {
  if (context === undefined) return
  validateId(context.runAsUser, field.child('runAsUser'), report)
  validateId(context.runAsGroup, field.child('runAsGroup'), report)
  const { procMount, capabilities } = context
  if (procMount !== undefined) {
    const at = field.child('procMount')
    validateOneOf(procMount, ['Default', 'Unmasked'], at, report)
    if (hostUsers && procMount === 'Unmasked')
      report.invalid(at, procMount, '`hostUsers` must be false to use `Unmasked`')
  }
  if (context.allowPrivilegeEscalation === false) {
    const cannot = 'cannot set `allowPrivilegeEscalation` to false and '
    if (context.privileged === true)
      report.invalid(field, printed(context), `${cannot}\`privileged\` to true`)
    if (capabilities?.add?.includes('CAP_SYS_ADMIN') === true)
      report.invalid(field, printed(context), `${cannot}\`capabilities.Add\` CAP_SYS_ADMIN`)
  }
  validateWindowsOptions(context.windowsOptions, field.child('windowsOptions'), report)
  validateSeccompProfile(context.seccompProfile, field.child('seccompProfile'), report)
  validateAppArmorProfile(context.appArmorProfile, field.child('appArmorProfile'), report)
}

/** As Go prints the internal type: every field, by its name in Go. */
function printed(context: SecurityContext): Json {
  const { capabilities, seLinuxOptions, windowsOptions, seccompProfile, appArmorProfile } = context
  const { user = '', role = '', type = '', level = '' } = seLinuxOptions ?? {}
  return {
    Capabilities:
      capabilities === undefined ? null : { Add: goList(capabilities.add), Drop: goList(capabilities.drop) },
    Privileged: context.privileged ?? null,
    SELinuxOptions:
      seLinuxOptions === undefined ? null : { User: user, Role: role, Type: type, Level: level },
    WindowsOptions:
      windowsOptions === undefined
        ? null
        : {
            GMSACredentialSpecName: windowsOptions.gmsaCredentialSpecName ?? null,
            GMSACredentialSpec: windowsOptions.gmsaCredentialSpec ?? null,
            RunAsUserName: windowsOptions.runAsUserName ?? null,
            HostProcess: windowsOptions.hostProcess ?? null,
          },
    RunAsUser: context.runAsUser ?? null,
    RunAsGroup: context.runAsGroup ?? null,
    RunAsNonRoot: context.runAsNonRoot ?? null,
    ReadOnlyRootFilesystem: context.readOnlyRootFilesystem ?? null,
    AllowPrivilegeEscalation: context.allowPrivilegeEscalation ?? null,
    ProcMount: context.procMount ?? null,
    SeccompProfile: profile(seccompProfile),
    AppArmorProfile: profile(appArmorProfile),
  }
}

function profile(value: { readonly type?: string; readonly localhostProfile?: string } | undefined): Json {
  return value === undefined
    ? null
    : { Type: value.type ?? '', LocalhostProfile: value.localhostProfile ?? null }
}
