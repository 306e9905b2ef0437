import type { Container, EnvVar, ObjectMeta, PodSpec } from '../../kubernetes/schema/types-1.36'
import type { FieldPath } from '../fieldPath'
import { quoted } from '../goText'
import type { Report } from '../report'
import { warnOfFraction } from './claimWarnings'

/** Takes a pod spec and its field; gives its containers with their fields, in the order in which the server visits them. */
export function containersWithFields(
  spec: PodSpec,
  field: FieldPath,
): readonly { readonly container: Container; readonly at: FieldPath; readonly isInit: boolean }[] {
  const lists = [
    { containers: spec.initContainers ?? [], name: 'initContainers' },
    { containers: spec.containers ?? [], name: 'containers' },
    { containers: spec.ephemeralContainers ?? [], name: 'ephemeralContainers' },
  ]
  return lists.flatMap(({ containers, name }) =>
    containers.map((container, i) => ({
      container,
      at: field.child(name).index(i),
      isInit: name === 'initContainers',
    })),
  )
}

const SECCOMP_ANNOTATION = 'container.seccomp.security.alpha.kubernetes.io/'
const APP_ARMOR_ANNOTATION = 'container.apparmor.security.beta.kubernetes.io/'
const WHOLE_BYTES = ['memory', 'ephemeral-storage'] as const

/** Takes a pod's metadata and spec, their parent's field and whether they are a template's; warns of what containers say. */
export function warnOfContainers(
  metadata: ObjectMeta,
  spec: PodSpec,
  field: FieldPath,
  isTemplate: boolean,
  report: Report,
): void {
  const annotations = metadata.annotations ?? {}
  const hasAppArmor = spec.securityContext?.appArmorProfile !== undefined
  for (const { container, at } of containersWithFields(spec, field.child('spec'))) {
    const annotation = (prefix: string, said: string): void => {
      const key = `${prefix}${container.name ?? ''}`
      if (Object.hasOwn(annotations, key))
        report.warnAt(field.child('metadata', 'annotations').key(key), said)
    }
    if (container.securityContext?.seccompProfile === undefined)
      annotation(SECCOMP_ANNOTATION, 'non-functional in v1.27+; use the "seccompProfile" field instead')
    if (isTemplate && !hasAppArmor && container.securityContext?.appArmorProfile === undefined)
      annotation(APP_ARMOR_ANNOTATION, 'deprecated since v1.30; use the "appArmorProfile" field instead')
    for (const resource of WHOLE_BYTES)
      for (const list of ['limits', 'requests'] as const)
        warnOfFraction(
          container.resources?.[list]?.[resource],
          at.child('resources', list).key(resource),
          report,
        )
    warnOfHiddenEnv(container.env ?? [], at.child('env'), report)
  }
}

/** Takes a Pod's metadata and spec, and the path of its root; warns of the annotation that the server turns into a field (applyAppArmorVersionSkew of pkg/registry/core/pod/strategy.go). */
export function warnOfAppArmorAnnotations(
  metadata: ObjectMeta,
  spec: PodSpec,
  root: FieldPath,
  report: Report,
): void {
  if (spec.os?.name === 'windows') return
  for (const { container } of containersWithFields(spec, root.child('spec'))) {
    const key = `${APP_ARMOR_ANNOTATION}${container.name ?? ''}`
    if (!Object.hasOwn(metadata.annotations ?? {}, key)) continue
    if (container.securityContext?.appArmorProfile !== undefined) continue
    report.warnAt(
      root.child('metadata', 'annotations').key(key),
      'deprecated since v1.30; use the "appArmorProfile" field instead',
    )
  }
}

/** A later variable of the same name is fine only where it is made of the earlier one: `PATH=$(PATH):/opt`. */
function warnOfHiddenEnv(env: readonly EnvVar[], field: FieldPath, report: Report): void {
  const seen = new Set<string>()
  for (const [i, { name = '', value = '', valueFrom }] of env.entries()) {
    if (!seen.has(name)) {
      seen.add(name)
      continue
    }
    const reference = `$(${name})`
    if (valueFrom === undefined && value !== reference && value.includes(reference)) continue
    report.warnAt(
      field.index(i),
      `hides previous definition of ${quoted(name)}, which may be dropped when using apply`,
    )
  }
}
