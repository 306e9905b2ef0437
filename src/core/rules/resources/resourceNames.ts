import { labelKey, saidOf } from '../../kubernetes/names'
import type { FieldPath } from '../fieldPath'
import type { Report } from '../report'

/*
 * What an amount may be of: pkg/apis/core/helper/helpers.go and pkg/apis/core/v1/helper/helpers.go.
 */

const HUGE_PAGES = 'hugepages-'

/** What containers ask for. */
const OF_CONTAINERS = new Set(['cpu', 'memory', 'ephemeral-storage'])

/** What is counted somewhere in the API, containers apart. */
const COUNTED = new Set(
  `pods resourcequotas services replicationcontrollers secrets configmaps persistentvolumeclaims storage
  requests.storage services.nodeports services.loadbalancers requests.cpu requests.memory
  requests.ephemeral-storage limits.cpu limits.memory limits.ephemeral-storage`.split(/\s+/),
)

/** What a whole pod may be given. */
const OF_PODS = ['cpu', HUGE_PAGES, 'memory']

/** Takes the name of a resource; says whether it is of huge pages. */
export function isHugePages(name: string): boolean {
  return name.startsWith(HUGE_PAGES)
}

/** Takes the name of a resource; says whether more of it may be promised than there is. */
export function mayBeOvercommitted(name: string): boolean {
  return isNative(name) && !isHugePages(name)
}

/** Takes the name of a resource; says whether it is counted in whole ones. */
export function isWhole(name: string): boolean {
  return isExtended(name)
}

function isNative(name: string): boolean {
  return !name.includes('/') || name.includes('kubernetes.io/')
}

function isExtended(name: string): boolean {
  return !isNative(name) && !name.startsWith('requests.') && labelKey(`requests.${name}`) === null
}

/** Takes the name of a resource that a container asks for, and its field; reports it where there is none (ValidateContainerResourceName). */
export function validateContainerResourceName(name: string, field: FieldPath, report: Report): void {
  const faults = saidOf(labelKey, name)
  for (const fault of faults) report.invalid(field, name, fault)
  const isStandard = OF_CONTAINERS.has(name) || isHugePages(name)
  if (!name.includes('/')) {
    if (faults.length === 0 && !isStandard && !COUNTED.has(name))
      report.invalid(field, name, 'must be a standard resource type or fully qualified')
    if (!isStandard) report.invalid(field, name, 'must be a standard resource for containers')
  } else if (!isNative(name) && !isExtended(name))
    report.invalid(field, name, "doesn't follow extended resource name standard")
}

/** Takes the name of a resource that a whole pod asks for, and its field; reports it where there is none (validatePodResourceName). */
export function validatePodResourceName(name: string, field: FieldPath, report: Report): void {
  if (!OF_PODS.includes(name) && !isHugePages(name)) report.notSupported(field, name, OF_PODS)
}
