import type { PodSpec, Quantity, ResourceRequirements } from '../../kubernetes/schema/types-1.36'
import { canonicalQuantity, nanosOf } from '../defaults/canonicalQuantity'
import type { FieldPath } from '../fieldPath'
import type { Report } from '../report'
import { validateContainerResources, validateRequirements } from './containerResources'
import { validateContainerResourceName, validatePodResourceName } from './resourceNames'

/** Takes a pod's spec and its field; reports what is wrong with the resources of the whole pod (validatePodResources). */
export function validatePodResources(spec: PodSpec, field: FieldPath, report: Report): void {
  const { resources } = spec
  if (resources === undefined || spec.os?.name === 'windows') return
  const at = field.child('resources')
  const names = new Set((spec.resourceClaims ?? []).map(({ name = '' }) => name))
  if (resources.claims !== undefined)
    report.forbidden(at.child('claims'), 'claims may not be set for Resources at pod-level')
  validateContainerResources({ claims: resources.claims ?? [] }, names, at, report)
  validateRequirements(resources, validatePodResourceName, at, report)
  for (const [name, total] of aggregate(spec)) {
    const asked = resources.requests?.[name]
    if (asked !== undefined && total > nanosOf(asked))
      report.invalid(
        at.child('requests').key(name),
        String(asked),
        `must be greater than or equal to aggregate container requests of ${written(total)}`,
      )
  }
  validateContainerLimits(spec, resources, field, report)
}

/** No container may be allowed more than its pod (validatePodResourceConsistency). */
function validateContainerLimits(
  spec: PodSpec,
  { limits = {} }: ResourceRequirements,
  field: FieldPath,
  report: Report,
): void {
  for (const role of ['containers', 'initContainers'] as const)
    for (const [i, container] of (spec[role] ?? []).entries())
      for (const [name, limit] of Object.entries(container.resources?.limits ?? {})) {
        const most = limits[name]
        if (most !== undefined && nanosOf(limit) > nanosOf(most))
          report.invalid(
            field.child(role).index(i).child('resources', 'limits').key(name),
            String(limit),
            `must be less than or equal to pod limits of ${most}`,
          )
      }
}

/**
 * What the containers of a pod ask for together: those that run at once, or the hungriest init container with the
 * sidecars that are there before it (k8s.io/component-helpers/resource AggregateContainerRequests).
 */
function aggregate(spec: PodSpec): ReadonlyMap<string, bigint> {
  const running = new Map<string, bigint>()
  const peak = new Map<string, bigint>()
  const add = (to: Map<string, bigint>, requests: Readonly<Record<string, Quantity>>): void => {
    for (const [name, amount] of Object.entries(requests))
      to.set(name, (to.get(name) ?? 0n) + nanosOf(amount))
  }
  const sidecars = new Map<string, bigint>()
  for (const { resources } of spec.containers ?? []) add(running, resources?.requests ?? {})
  for (const { restartPolicy, resources } of spec.initContainers ?? []) {
    const requests = resources?.requests ?? {}
    if (restartPolicy === 'Always') {
      add(running, requests)
      add(sidecars, requests)
    }
    const now = new Map(sidecars)
    if (restartPolicy !== 'Always') add(now, requests)
    for (const [name, amount] of now) if (amount > (peak.get(name) ?? 0n)) peak.set(name, amount)
  }
  for (const [name, amount] of peak) if (amount > (running.get(name) ?? 0n)) running.set(name, amount)
  return running
}

function written(nanos: bigint): string {
  return canonicalQuantity(`${nanos}n`)
}

/** Takes what a pod costs beside its containers, and its field; reports what is wrong with it (validateOverhead). */
export function validateOverhead(
  overhead: Readonly<Record<string, Quantity>>,
  field: FieldPath,
  report: Report,
): void {
  for (const [name, amount] of Object.entries(overhead)) {
    const at = field.printedAs(`.limits[${name}]`, name)
    validateContainerResourceName(name, at, report)
    if (nanosOf(amount) < 0n) report.invalid(at, String(amount), 'must be greater than or equal to 0')
  }
}
