import { describe, expect, it } from 'vitest'
import { saidOfPod } from '../../../golden/judgedPod'

describe('the security context of a container', () => {
  const at = 'spec.containers[0].securityContext'
  it.each([
    ['runAsUser: -1', [`${at}.runAsUser: Invalid value: -1: must be between 0 and 2147483647, inclusive`]],
    [
      'procMount: Unmasked',
      [`${at}.procMount: Invalid value: "Unmasked": \`hostUsers\` must be false to use \`Unmasked\``],
    ],
    [
      'seccompProfile: {type: Localhost}',
      [`${at}.seccompProfile.localhostProfile: Required value: must be set when seccomp type is Localhost`],
    ],
    [
      'seccompProfile: {type: Localhost, localhostProfile: /a}',
      [`${at}.seccompProfile.localhostProfile: Invalid value: "/a": must be a relative path`],
    ],
    [
      'seccompProfile: {type: Unconfined, localhostProfile: a}',
      [
        `${at}.seccompProfile.localhostProfile: Invalid value: {"Type":"Unconfined","LocalhostProfile":"a"}: can only be set when seccomp type is Localhost`,
      ],
    ],
    [
      'appArmorProfile: {type: Localhost, localhostProfile: " a"}',
      [`${at}.appArmorProfile.localhostProfile: Invalid value: " a": must not be padded with whitespace`],
    ],
    [
      'appArmorProfile: {type: RuntimeDefault, localhostProfile: a}',
      [
        `${at}.appArmorProfile.localhostProfile: Invalid value: "a": can only be set when AppArmor type is Localhost`,
      ],
    ],
    [
      'appArmorProfile: {}',
      [`${at}.appArmorProfile.type: Required value: type is required when appArmorProfile is set`],
    ],
    ['allowPrivilegeEscalation: false, capabilities: {add: [SYS_ADMIN]}', []],
    [
      'windowsOptions: {runAsUserName: ""}',
      [`${at}.windowsOptions.runAsUserName: Invalid value: "": runAsUserName cannot be an empty string`],
    ],
    [
      String.raw`windowsOptions: {runAsUserName: 'a\b\c'}`,
      [
        String.raw`${at}.windowsOptions.runAsUserName: Invalid value: "a\\b\\c": runAsUserName cannot contain more than one backslash`,
      ],
    ],
  ])('%s', (context, want) => {
    expect(saidOfPod('', `securityContext: {${context}}`)).toEqual(want)
  })

  it('an unmasked /proc needs users of its own', () => {
    expect(saidOfPod('hostUsers: false', 'securityContext: {procMount: Unmasked}')).toEqual([])
  })
})

describe('the security context of a pod', () => {
  const at = 'spec.securityContext'
  it.each([
    [
      'securityContext: {fsGroup: -1, supplementalGroups: [1, -2]}',
      [
        `${at}.fsGroup: Invalid value: -1: must be between 0 and 2147483647, inclusive`,
        `${at}.supplementalGroups[1]: Invalid value: -2: must be between 0 and 2147483647, inclusive`,
      ],
    ],
    [
      'hostPID: true, shareProcessNamespace: true',
      [
        `${at}.shareProcessNamespace: Invalid value: true: ShareProcessNamespace and HostPID cannot both be enabled`,
      ],
    ],
    [
      'securityContext: {sysctls: [{name: a/b, value: x}, {name: a/b, value: z}]}',
      [`${at}.sysctls[1].name: Duplicate value: "a/b"`],
    ],
    [
      'hostNetwork: true, securityContext: {sysctls: [{name: net/core/somaxconn, value: x}]}',
      [
        `${at}.sysctls[0].name: Invalid value: "net/core/somaxconn": may not be specified when 'hostNetwork' is true`,
      ],
    ],
    [
      'hostIPC: true, securityContext: {sysctls: [{name: kernel.shmmax, value: x}]}',
      [`${at}.sysctls[0].name: Invalid value: "kernel.shmmax": may not be specified when 'hostIPC' is true`],
    ],
    [
      'securityContext: {fsGroupChangePolicy: Never, supplementalGroupsPolicy: All}',
      [
        `${at}.fsGroupChangePolicy: Unsupported value: "Never": supported values: "Always", "OnRootMismatch"`,
        `${at}.supplementalGroupsPolicy: Unsupported value: "All": supported values: "Merge", "Strict"`,
      ],
    ],
  ])('%s', (spec, want) => {
    expect(saidOfPod(spec)).toEqual(want)
  })
})

describe('operating systems', () => {
  it.each([
    [
      'os: {name: linux}',
      'securityContext: {windowsOptions: {hostProcess: false}}',
      [
        'spec.containers[0].securityContext.windowsOptions: Forbidden: windows options cannot be set for a linux pod',
      ],
    ],
    [
      'os: {name: windows}, hostPID: true, securityContext: {fsGroup: 1}',
      'securityContext: {privileged: true, capabilities: {}}',
      [
        'spec.hostPID: Forbidden: cannot be set for a windows pod',
        'spec.securityContext.fsGroup: Forbidden: cannot be set for a windows pod',
        'spec.containers[0].securityContext.capabilities: Forbidden: cannot be set for a windows pod',
        'spec.containers[0].securityContext.privileged: Forbidden: cannot be set for a windows pod',
      ],
    ],
    [
      'os: {name: darwin}',
      '',
      ['spec.os: Unsupported value: "darwin": supported values: "linux", "windows"'],
    ],
    [
      'securityContext: {windowsOptions: {hostProcess: true}}',
      'securityContext: {windowsOptions: {hostProcess: false}}',
      [
        'spec.containers[0].securityContext.windowsOptions.hostProcess: Invalid value: false: pod hostProcess value must be identical if both are specified, was true',
      ],
    ],
    [
      '',
      'securityContext: {windowsOptions: {hostProcess: true}}',
      [
        'spec.hostNetwork: Invalid value: false: hostNetwork must be true if pod contains any hostProcess containers',
      ],
    ],
  ])('%s, %s', (spec, container, want) => {
    expect(saidOfPod(spec, container)).toEqual(want)
  })
})
