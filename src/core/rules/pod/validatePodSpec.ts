import { dns1123Label, dns1123Subdomain, labelKey, type Check } from '../../kubernetes/names'
import type { ObjectMeta, PodSpec } from '../../kubernetes/schema/types-1.36'
import type { PodContext } from '../containers/podContext'
import {
  validateContainers,
  validateEphemeralContainers,
  validateInitContainers,
} from '../containers/validateContainers'
import { MOST, validateOneOf, validateRange, validateRequiredOneOf, validateText } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import { validateLabels } from '../metadata/labels'
import type { Report } from '../report'
import { validateOverhead, validatePodResources } from '../resources/podResources'
import { validateAffinity } from '../scheduling/affinity'
import { validateTolerations } from '../scheduling/tolerations'
import { validateTopologySpread } from '../scheduling/topologySpread'
import { validateOperatingSystem } from '../security/operatingSystem'
import { validatePodSecurityContext } from '../security/podSecurityContext'
import { validateVolumes } from '../volumes/validateVolumes'
import { validateDnsConfig, validateHostAliases } from './dns'
import { validateHostNamespaces } from './hostNamespaces'
import { validateResourceClaims } from './resourceClaims'

/** In the order in which the server prints them. */
const RESTART_POLICIES = ['Always', 'OnFailure', 'Never']
const DNS_POLICIES = ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None']
const PREEMPTION_POLICIES = ['PreemptLowerPriority', 'Never']

/** Fields that hold a name: what is checked of it. */
const NAMES: readonly (readonly [
  'serviceAccountName' | 'nodeName' | 'hostname' | 'subdomain' | 'priorityClassName',
  Check,
])[] = [
  ['serviceAccountName', dns1123Subdomain],
  ['nodeName', dns1123Subdomain],
  ['hostname', dns1123Label],
  ['subdomain', dns1123Label],
  ['priorityClassName', dns1123Subdomain],
]

/**
 * Takes a pod's spec with its defaults, the pod's own metadata (none in a template), and the field; reports what is wrong
 * with it (ValidatePodSpec of pkg/apis/core/validation).
 */
export function validatePodSpec(
  spec: PodSpec,
  metadata: ObjectMeta | undefined,
  field: FieldPath,
  report: Report,
): void {
  const { terminationGracePeriodSeconds: seconds } = spec
  const pod: PodContext = {
    spec,
    isPod: metadata !== undefined,
    volumes: validateVolumes(spec.volumes ?? [], metadata, field.child('volumes'), report),
    claims: new Set((spec.resourceClaims ?? []).map(({ name = '' }) => name)),
    gracePeriod: seconds === undefined || seconds < 0 ? undefined : seconds,
  }
  validateResourceClaims(spec.resourceClaims ?? [], field.child('resourceClaims'), report)
  validateContainers(spec.containers ?? [], pod, field.child('containers'), report)
  validateInitContainers(spec.initContainers ?? [], pod, field.child('initContainers'), report)
  validateEphemeralContainers(spec.ephemeralContainers ?? [], pod, field.child('ephemeralContainers'), report)
  validatePodResources(spec, field, report)
  validateRequiredOneOf(spec.restartPolicy ?? '', RESTART_POLICIES, field.child('restartPolicy'), report)
  validateRequiredOneOf(spec.dnsPolicy ?? '', DNS_POLICIES, field.child('dnsPolicy'), report)
  validateLabels(spec.nodeSelector, field.child('nodeSelector'), report)
  validatePodSecurityContext(spec, field, report)
  validateHostNamespaces(pod, field, report)
  validateDnsConfig(spec.dnsConfig, spec.dnsPolicy ?? '', field.child('dnsConfig'), report)
  validateHostAliases(spec.hostAliases ?? [], field.child('hostAliases'), report)
  validateNames(spec, field, report)
  validateScheduling(spec, field, report)
  validateRange(spec.activeDeadlineSeconds, 1, MOST, field.child('activeDeadlineSeconds'), report)
  validateOverhead(spec.overhead ?? {}, field.child('overhead'), report)
  validateOperatingSystem(spec, field, report)
}

function validateNames(spec: PodSpec, field: FieldPath, report: Report): void {
  for (const [name, check] of NAMES) {
    const text = spec[name] ?? ''
    if (text !== '') validateText(text, check, field.child(name), report)
  }
  if (spec.runtimeClassName !== undefined)
    validateText(spec.runtimeClassName, dns1123Subdomain, field.child('runtimeClassName'), report)
}

function validateScheduling(spec: PodSpec, field: FieldPath, report: Report): void {
  validateAffinity(spec.affinity, field.child('affinity'), report)
  validateTolerations(spec.tolerations ?? [], field.child('tolerations'), report)
  validateTopologySpread(
    spec.topologySpreadConstraints ?? [],
    field.child('topologySpreadConstraints'),
    report,
  )
  for (const [i, { conditionType = '' }] of (spec.readinessGates ?? []).entries())
    validateText(
      conditionType,
      labelKey,
      field.child('readinessGates').index(i).child('conditionType'),
      report,
    )
  const gates = new Set<string>()
  for (const [i, { name = '' }] of (spec.schedulingGates ?? []).entries()) {
    const at = field.child('schedulingGates').index(i)
    validateText(name, labelKey, at, report)
    if (gates.has(name)) report.duplicate(at, name)
    gates.add(name)
  }
  if (spec.preemptionPolicy !== undefined)
    validateOneOf(spec.preemptionPolicy, PREEMPTION_POLICIES, field.child('preemptionPolicy'), report)
}
