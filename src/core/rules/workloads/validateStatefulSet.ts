import { dns1123Label } from '../../kubernetes/names'
import type {
  PersistentVolumeClaim,
  PodTemplateSpec,
  RollingUpdateStatefulSetStrategy,
  StatefulSet,
  StatefulSetPersistentVolumeClaimRetentionPolicy,
  StatefulSetSpec,
  StatefulSetUpdateStrategy,
  Volume,
} from '../../kubernetes/schema/types-1.36'
import { validateText, validateOneOf, validateNonnegative } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import { validateObjectMeta } from '../metadata/validateObjectMeta'
import { validatePodTemplate } from '../pod/validatePodTemplate'
import { Report } from '../report'
import { warnOfClaimSpec } from '../warnings/claimWarnings'
import { warnOfPodTemplate } from '../warnings/podWarnings'
import { amountOf, validateAtMost100Percent, validateIntOrPercent } from './intOrPercent'
import { validateAlwaysRestarts, validateSelector } from './replicaTemplate'
import { isReadable, printedSelector, validateSelects } from './selector'

/** Takes a StatefulSet with its defaults, and the path of its root; reports what is wrong with it (apps ValidateStatefulSet). */
export function validateStatefulSet(statefulSet: StatefulSet, root: FieldPath, report: Report): void {
  validateObjectMeta(statefulSet.metadata, dns1123Label, root.child('metadata'), report)
  validateStatefulSetSpec(statefulSet.spec ?? {}, root, report)
}

/** Takes a StatefulSet with its defaults, and the path of its root; warns as the server does (pkg/registry/apps/statefulset/strategy.go). */
export function warnOfStatefulSet(statefulSet: StatefulSet, root: FieldPath, report: Report): void {
  const { template, volumeClaimTemplates = [], revisionHistoryLimit = 0 } = statefulSet.spec ?? {}
  const field = root.child('spec')
  warnOfPodTemplate(template, field.child('template'), report)
  for (const [i, { spec }] of volumeClaimTemplates.entries())
    warnOfClaimSpec(spec, field.child('volumeClaimTemplates').index(i).printedAs('.Spec', 'spec'), report)
  if (revisionHistoryLimit < 0)
    report.warnAt(
      field.child('revisionHistoryLimit'),
      'a negative value retains all historical revisions; a value >= 0 is recommended',
    )
}

function validateStatefulSetSpec(spec: StatefulSetSpec, root: FieldPath, report: Report): void {
  const field = root.child('spec')
  const { selector, template, podManagementPolicy = '', serviceName = '' } = spec
  if (podManagementPolicy !== 'OrderedReady' && podManagementPolicy !== 'Parallel')
    report.invalid(
      field.child('podManagementPolicy'),
      podManagementPolicy,
      "must be 'OrderedReady' or 'Parallel'",
    )
  validateUpdateStrategy(spec.updateStrategy ?? {}, field.child('updateStrategy'), report)
  validateRetentionPolicy(
    spec.persistentVolumeClaimRetentionPolicy ?? {},
    field.child('persistentVolumeClaimRetentionPolicy'),
    report,
  )
  if (serviceName !== '') validateText(serviceName, dns1123Label, field.child('serviceName'), report)
  validateNonnegative(spec.replicas, field.child('replicas'), report)
  validateNonnegative(spec.minReadySeconds, field.child('minReadySeconds'), report)
  validateNonnegative(spec.ordinals?.start, field.child('ordinals', 'start'), report)
  validateSelector(selector, field.child('selector'), 'statefulset', report)
  const at = field.child('template')
  if (isReadable(selector)) {
    validateSelects(selector, template, at, report)
    validateTemplateWithClaims(
      withoutHostnames(template ?? {}),
      spec.volumeClaimTemplates ?? [],
      root,
      report,
    )
  } else report.invalid(field.child('selector'), printedSelector(selector ?? {}), '')
  validateAlwaysRestarts(template, at, report)
  if (template?.spec?.activeDeadlineSeconds !== undefined)
    report.forbidden(
      at.child('spec', 'activeDeadlineSeconds'),
      'activeDeadlineSeconds in StatefulSet is not Supported',
    )
}

const STRATEGIES_SAID = "must be 'RollingUpdate' or 'OnDelete'"

function validateUpdateStrategy(strategy: StatefulSetUpdateStrategy, field: FieldPath, report: Report): void {
  const { type = '', rollingUpdate } = strategy
  const at = field.child('rollingUpdate')
  if (type === 'OnDelete') {
    if (rollingUpdate !== undefined)
      report.invalid(
        at,
        printedRollingUpdate(rollingUpdate),
        "only allowed for updateStrategy 'RollingUpdate'",
      )
  } else if (type === 'RollingUpdate') {
    if (rollingUpdate !== undefined) validateRollingUpdate(rollingUpdate, at, report)
  } else
    report.invalid(
      field,
      { Type: type, RollingUpdate: rollingUpdate === undefined ? null : printedRollingUpdate(rollingUpdate) },
      STRATEGIES_SAID,
    )
}

function validateRollingUpdate(
  { partition, maxUnavailable }: RollingUpdateStatefulSetStrategy,
  field: FieldPath,
  report: Report,
): void {
  validateNonnegative(partition, field.child('partition'), report)
  if (maxUnavailable === undefined) return
  const at = field.child('maxUnavailable')
  validateIntOrPercent(maxUnavailable, at, report)
  if (amountOf(maxUnavailable) === 0) report.invalid(at, maxUnavailable, 'cannot be 0')
  validateAtMost100Percent(maxUnavailable, at, report)
}

function printedRollingUpdate({ partition = 0, maxUnavailable }: RollingUpdateStatefulSetStrategy): {
  Partition: number
  MaxUnavailable: string | number | null
} {
  return { Partition: partition, MaxUnavailable: maxUnavailable ?? null }
}

const RETENTION_POLICIES = ['Retain', 'Delete']

function validateRetentionPolicy(
  policy: StatefulSetPersistentVolumeClaimRetentionPolicy,
  field: FieldPath,
  report: Report,
): void {
  for (const name of ['whenDeleted', 'whenScaled'] as const) {
    const value = policy[name] ?? ''
    validateOneOf(value, RETENTION_POLICIES, field.child(name), report)
  }
}

/**
 * The pods' volumes are those of the claim templates, then those of the template that no claim stands in for; that is
 * also how the server counts them. What is said of a volume is said, in the documents, of where it is written.
 */
function validateTemplateWithClaims(
  template: PodTemplateSpec,
  claims: readonly PersistentVolumeClaim[],
  root: FieldPath,
  report: Report,
): void {
  const field = root.child('spec', 'template')
  const own = template.spec?.volumes ?? []
  const names = new Set(claims.map(({ metadata }) => metadata?.name ?? ''))
  const kept = own.filter(({ name = '' }) => !names.has(name))
  if (claims.length === 0) {
    validatePodTemplate(template, field, report)
    return
  }
  const volumes: Volume[] = claims.map(({ metadata = {} }) => ({
    ...(metadata.name === undefined ? {} : { name: metadata.name }),
    persistentVolumeClaim: metadata.name === undefined ? {} : { claimName: metadata.name },
  }))
  const said = new Report()
  validatePodTemplate(
    { ...template, spec: { ...template.spec, volumes: [...volumes, ...kept] } },
    field,
    said,
  )
  const places = [
    ...claims.map((_, i) => ['spec', 'volumeClaimTemplates', i]),
    ...kept.map((volume) => ['spec', 'template', 'spec', 'volumes', own.indexOf(volume)]),
  ]
  for (const error of said.errors) {
    const [, , , , list, index] = error.field.path
    const place = list === 'volumes' && typeof index === 'number' ? places[index] : undefined
    if (place === undefined) report.errors.push(error)
    else {
      const inside = place.includes('volumeClaimTemplates') ? [] : error.field.path.slice(6)
      report.errors.push({ ...error, field: root.printedAs(String(error.field), ...place, ...inside) })
    }
  }
}

/** The controller gives each pod its hostname and subdomain, so what the template says of them is not looked at. */
function withoutHostnames(template: PodTemplateSpec): PodTemplateSpec {
  const { spec = {} } = template
  if (spec.hostname === undefined && spec.subdomain === undefined) return template
  return { ...template, spec: { ...spec, hostname: '', subdomain: '' } }
}
