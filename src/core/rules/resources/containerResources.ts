import type { Quantity, ResourceClaim, ResourceRequirements } from '../../kubernetes/schema/types-1.36'
import { dns1123Label } from '../../kubernetes/names'
import { nanosOf } from '../defaults/canonicalQuantity'
import { validateText } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import type { Report } from '../report'
import { isHugePages, isWhole, mayBeOvercommitted, validateContainerResourceName } from './resourceNames'

const ONE = 1_000_000_000n

type NameRule = (name: string, field: FieldPath, report: Report) => void

/** Takes what a container asks for, the pod's claims, and the field; reports what is wrong with it (ValidateContainerResourceRequirements). */
export function validateContainerResources(
  resources: ResourceRequirements,
  claims: ReadonlySet<string>,
  field: FieldPath,
  report: Report,
): void {
  validateRequirements(resources, validateContainerResourceName, field, report)
  validateClaims(resources.claims ?? [], claims, field.child('claims'), report)
}

/** Takes limits and requests, what names may stand there, and their field; reports what is wrong with them (validateResourceRequirements). */
export function validateRequirements(
  { limits = {}, requests = {} }: ResourceRequirements,
  nameRule: NameRule,
  field: FieldPath,
  report: Report,
): void {
  for (const [name, amount] of Object.entries(limits))
    validateAmount(name, amount, nameRule, field.child('limits').key(name), report)
  for (const [name, amount] of Object.entries(requests)) {
    validateAmount(name, amount, nameRule, field.child('requests').key(name), report)
    validateAgainstLimit(name, amount, limits[name], field, report)
  }
  const names = [...Object.keys(limits), ...Object.keys(requests)]
  if (names.some(isHugePages) && !names.some((name) => name === 'cpu' || name === 'memory'))
    report.forbidden(field, 'HugePages require cpu or memory')
}

function validateAmount(
  name: string,
  amount: Quantity,
  nameRule: NameRule,
  field: FieldPath,
  report: Report,
): void {
  nameRule(name, field, report)
  const nanos = nanosOf(amount)
  if (nanos < 0n) report.invalid(field, String(amount), 'must be greater than or equal to 0')
  if (isWhole(name) && nanos % ONE !== 0n) report.invalid(field, String(amount), 'must be an integer')
  const size = isHugePages(name) ? nanosOf(name.slice('hugepages-'.length)) : 0n
  if (size > 0n && nanos % size !== 0n)
    report.invalid(field, String(amount), `must be an integer multiple of the page size ${name.slice(10)}`)
}

function validateAgainstLimit(
  name: string,
  amount: Quantity,
  limit: Quantity | undefined,
  field: FieldPath,
  report: Report,
): void {
  if (limit === undefined) {
    if (!mayBeOvercommitted(name))
      report.required(field.child('limits'), 'Limit must be set for non overcommitable resources')
    return
  }
  const at = field.printedAs('.requests', 'requests', name)
  const more = nanosOf(amount) - nanosOf(limit)
  if (more !== 0n && !mayBeOvercommitted(name))
    report.invalid(at, String(amount), `must be equal to ${name} limit of ${limit}`)
  else if (more > 0n)
    report.invalid(at, String(amount), `must be less than or equal to ${name} limit of ${limit}`)
}

function validateClaims(
  claims: readonly ResourceClaim[],
  known: ReadonlySet<string>,
  field: FieldPath,
  report: Report,
): void {
  const seen = new Set<string>()
  for (const [i, { name = '', request = '' }] of claims.entries()) {
    const at = field.index(i)
    if (name === '') {
      report.required(at)
      continue
    }
    validateUnique(name, request, seen, at, report)
    if (known.has(name)) continue
    const names = [...known].toSorted()
    report.notFound(
      at,
      name,
      `must be one of the names in pod.spec.resourceClaims${names.length === 0 ? ' which is empty' : `: ${names.join(', ')}`}`,
    )
  }
}

/** The same devices may not be asked for twice: neither one request of a claim, nor a request beside the whole claim. */
function validateUnique(
  name: string,
  request: string,
  seen: Set<string>,
  field: FieldPath,
  report: Report,
): void {
  const key = request === '' ? name : `${name}/${request}`
  if (seen.has(key)) report.duplicate(field, key)
  else if (seen.has(name) || (request === '' && [...seen].some((other) => other.startsWith(`${name}/`))))
    report.duplicate(field, name)
  seen.add(key)
  if (request !== '') validateText(request, dns1123Label, field.child('request'), report)
}
