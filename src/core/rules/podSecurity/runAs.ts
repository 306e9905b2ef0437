import { containerNames, counted, hasUserNamespace, setters, type PodSecurityCheck } from './check'

/** Not as root, said so by the pod or by each container (check_runAsNonRoot.go). */
export const runAsNonRoot: PodSecurityCheck = {
  id: 'runAsNonRoot',
  level: 'restricted',
  check: (_, spec) => {
    if (hasUserNamespace(spec)) return null
    const pod = spec.securityContext?.runAsNonRoot
    const who = setters(
      pod === false,
      containerNames(spec, ({ securityContext }) => securityContext?.runAsNonRoot === false),
    )
    const reason = 'runAsNonRoot != true'
    if (who !== null) return { reason, detail: `${who} must not set securityContext.runAsNonRoot=false` }
    if (pod === true) return null
    const silent = containerNames(spec, ({ securityContext }) => securityContext?.runAsNonRoot === undefined)
    if (silent.length === 0) return null
    return {
      reason,
      detail: `pod or ${counted('container', silent)} must set securityContext.runAsNonRoot=true`,
    }
  },
}

/** Not as user 0 (check_runAsUser.go). */
export const runAsUser: PodSecurityCheck = {
  id: 'runAsUser',
  level: 'restricted',
  check: (_, spec) => {
    if (hasUserNamespace(spec)) return null
    const who = setters(
      spec.securityContext?.runAsUser === 0,
      containerNames(spec, ({ securityContext }) => securityContext?.runAsUser === 0),
    )
    return who === null ? null : { reason: 'runAsUser=0', detail: `${who} must not set runAsUser=0` }
  },
}
