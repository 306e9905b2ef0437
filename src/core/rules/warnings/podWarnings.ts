import { dns1123Label, saidOf } from '../../kubernetes/names'
import type {
  ObjectMeta,
  Pod,
  PodAffinity,
  PodSpec,
  PodTemplateSpec,
} from '../../kubernetes/schema/types-1.36'
import type { FieldPath } from '../fieldPath'
import { quoted } from '../goText'
import { warnOfIp } from '../ip/ipRules'
import { nameOf } from '../metadata/validateObjectMeta'
import type { Report } from '../report'
import { warnOfFraction } from './claimWarnings'
import { warnOfAppArmorAnnotations, warnOfContainers } from './containerWarnings'
import { warnOfLabel, warnOfNodeLabels } from './nodeLabelWarnings'
import { warnOfPortNames, warnOfPorts } from './portWarnings'
import { warnOfVolumes } from './volumeWarnings'

/*
 * What the server warns of where it takes a pod: pkg/api/pod/warnings.go, in the order in which it says it.
 */

/** Annotations that became fields long ago. */
const DEPRECATED_ANNOTATIONS = [
  {
    key: 'scheduler.alpha.kubernetes.io/critical-pod',
    said: 'non-functional in v1.16+; use the "priorityClassName" field instead',
  },
  {
    key: 'security.alpha.kubernetes.io/sysctls',
    said: 'non-functional in v1.11+; use the "sysctls" field instead',
  },
  {
    key: 'security.alpha.kubernetes.io/unsafe-sysctls',
    said: 'non-functional in v1.11+; use the "sysctls" field instead',
  },
] as const

const SECCOMP_ANNOTATION = 'seccomp.security.alpha.kubernetes.io/pod'
const NO_POD = 'a null labelSelector results in matching no pod'

/** Takes a Pod with its defaults, and the path of its root; warns as the server does (GetWarningsForPod). */
export function warnOfPod(pod: Pod, root: FieldPath, report: Report): void {
  const { metadata = {}, spec = {} } = pod
  warnOfAppArmorAnnotations(metadata, spec, root, report)
  warnOfName(metadata, "the Pod's hostname", root, report)
  warnOfSpecAndMetadata(metadata, spec, root, false, report)
}

/** Takes a pod template with its defaults, or nothing, and its field; warns as the server does (GetWarningsForPodTemplate). */
export function warnOfPodTemplate(
  template: PodTemplateSpec | undefined,
  field: FieldPath,
  report: Report,
): void {
  warnOfSpecAndMetadata(template?.metadata ?? {}, template?.spec ?? {}, field, true, report)
}

/**
 * Takes the metadata of an object that makes pods, what its name is used in, and the path of its root; warns of a name
 * that no pod's hostname can be (the WarningsOnCreate of pkg/registry's strategies).
 */
export function warnOfName(
  metadata: ObjectMeta | undefined,
  usedIn: string,
  root: FieldPath,
  report: Report,
): void {
  const name = nameOf(metadata ?? {})
  const said = name === '' ? [] : saidOf(dns1123Label, name)
  if (said.length === 0) return
  report.warnAt(
    root.child('metadata', 'name'),
    `this is used in ${usedIn}, which can result in surprising behavior; a DNS label is recommended: [${said.join(' ')}]`,
  )
}

function warnOfSpecAndMetadata(
  metadata: ObjectMeta,
  spec: PodSpec,
  field: FieldPath,
  isTemplate: boolean,
  report: Report,
): void {
  const at = field.child('spec')
  warnOfNodeLabels(spec, at, report)
  warnOfSpreading(spec, at, report)
  warnOfAnnotations(metadata, field, report)
  warnOfVolumes(spec.volumes ?? [], at.child('volumes'), report)
  warnOfHostAliases(spec, at, report)
  warnOfPullSecrets(spec, at, report)
  for (const resource of ['memory', 'ephemeral-storage'])
    warnOfFraction(spec.overhead?.[resource], at.child('overhead').key(resource), report)
  if (
    spec.securityContext?.seccompProfile === undefined &&
    Object.hasOwn(metadata.annotations ?? {}, SECCOMP_ANNOTATION)
  )
    report.warnAt(
      field.child('metadata', 'annotations').key(SECCOMP_ANNOTATION),
      'non-functional in v1.27+; use the "seccompProfile" field instead',
    )
  warnOfContainers(metadata, spec, field, isTemplate, report)
  warnOfPorts(spec, at, report)
  if ((spec.terminationGracePeriodSeconds ?? 0) < 0)
    report.warnAt(
      at.child('terminationGracePeriodSeconds'),
      'must be >= 0; negative values are invalid and will be treated as 1',
    )
  warnOfPodAffinity(spec.affinity?.podAffinity, at.child('affinity', 'podAffinity'), report)
  warnOfPodAffinity(spec.affinity?.podAntiAffinity, at.child('affinity', 'podAntiAffinity'), report)
  warnOfPortNames(spec, at, report)
  warnOfAddresses(spec, at, report)
}

function warnOfSpreading(spec: PodSpec, field: FieldPath, report: Report): void {
  for (const [i, constraint] of (spec.topologySpreadConstraints ?? []).entries()) {
    const at = field.child('topologySpreadConstraints').index(i)
    warnOfLabel(constraint.topologyKey ?? '', at.child('topologyKey'), report)
    if (constraint.labelSelector === undefined) report.warnAt(at.child('labelSelector'), NO_POD)
  }
}

function warnOfAnnotations(metadata: ObjectMeta, field: FieldPath, report: Report): void {
  for (const { key, said } of DEPRECATED_ANNOTATIONS)
    if (Object.hasOwn(metadata.annotations ?? {}, key))
      report.warnAt(field.child('metadata', 'annotations').key(key), said)
}

function warnOfHostAliases(spec: PodSpec, field: FieldPath, report: Report): void {
  const seen = new Set<string>()
  for (const [i, { ip = '' }] of (spec.hostAliases ?? []).entries()) {
    if (seen.has(ip))
      report.warnAt(field.child('hostAliases').index(i).child('ip'), `duplicate ip ${quoted(ip)}`)
    seen.add(ip)
  }
}

function warnOfPullSecrets(spec: PodSpec, field: FieldPath, report: Report): void {
  const secrets = spec.imagePullSecrets ?? []
  const at = (i: number): FieldPath => field.child('imagePullSecrets').index(i).child('name')
  const seen = new Set<string>()
  for (const [i, { name = '' }] of secrets.entries()) {
    if (seen.has(name)) report.warnAt(at(i), `duplicate name ${quoted(name)}`)
    seen.add(name)
  }
  for (const [i, { name = '' }] of secrets.entries())
    if (name === '') report.warnAt(at(i), 'invalid empty name ""')
}

function warnOfPodAffinity(affinity: PodAffinity | undefined, field: FieldPath, report: Report): void {
  const required = field.child('requiredDuringSchedulingIgnoredDuringExecution')
  for (const [i, term] of (affinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []).entries())
    if (term.labelSelector === undefined) report.warnAt(required.index(i).child('labelSelector'), NO_POD)
  const preferred = field.child('preferredDuringSchedulingIgnoredDuringExecution')
  for (const [i, term] of (affinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []).entries())
    if (term.podAffinityTerm?.labelSelector === undefined)
      report.warnAt(preferred.index(i).child('podAffinityTerm', 'labelSelector'), NO_POD)
}

function warnOfAddresses(spec: PodSpec, field: FieldPath, report: Report): void {
  for (const [i, server] of (spec.dnsConfig?.nameservers ?? []).entries())
    warnOfIp(server, field.child('dnsConfig', 'nameservers').index(i), report)
  for (const [i, { ip = '' }] of (spec.hostAliases ?? []).entries())
    warnOfIp(ip, field.child('hostAliases').index(i).child('ip'), report)
}
