import { labelKey, saidOf, type Check } from '../../kubernetes/names'
import type { ObjectMeta, OwnerReference } from '../../kubernetes/schema/types-1.36'
import { validateNonnegative } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import type { Report } from '../report'
import { validateAnnotations, validateLabels } from './labels'

const STANDARD_FINALIZERS = new Set(['kubernetes', 'orphan', 'foregroundDeletion'])

/** How many letters of a generateName are kept: the server adds five of its own (apiserver names.SimpleNameGenerator). */
const GENERATE_NAME_KEPT = 58

/** Takes the metadata of an object; gives its name, or one such as the server makes of `generateName`, or nothing. */
export function nameOf({ name = '', generateName = '' }: ObjectMeta): string {
  if (name !== '' || generateName === '') return name
  return `${generateName.slice(0, GENERATE_NAME_KEPT)}xxxxx`
}

/** Takes the metadata of an object, how its kind checks names, and the field; reports what is wrong with it (core ValidateObjectMeta). */
export function validateObjectMeta(
  metadata: ObjectMeta | undefined,
  nameCheck: Check,
  field: FieldPath,
  report: Report,
): void {
  validateCommonMeta(metadata, nameCheck, field, report)
  for (const [i, finalizer] of (metadata?.finalizers ?? []).entries())
    if (!finalizer.includes('/') && !STANDARD_FINALIZERS.has(finalizer))
      report.invalid(
        field.child('finalizers').index(i),
        finalizer,
        'name is neither a standard finalizer name nor is it fully qualified',
      )
}

/**
 * As `validateObjectMeta`, but asks only what is asked of objects of every group (apimachinery api/validation
 * ValidateObjectMetaAccessor). The namespace is the request's, and managed fields are the server's own: neither is
 * looked at.
 */
export function validateCommonMeta(
  metadata: ObjectMeta | undefined,
  nameCheck: Check,
  field: FieldPath,
  report: Report,
): void {
  validateNames(metadata ?? {}, nameCheck, field, report)
  validateNonnegative(metadata?.generation, field.child('generation'), report)
  validateLabels(metadata?.labels, field.child('labels'), report)
  validateAnnotations(metadata?.annotations, field.child('annotations'), report)
  validateOwnerReferences(metadata?.ownerReferences ?? [], field.child('ownerReferences'), report)
  validateFinalizers(metadata?.finalizers ?? [], field.child('finalizers'), report)
}

function validateNames(metadata: ObjectMeta, nameCheck: Check, field: FieldPath, report: Report): void {
  const { generateName = '' } = metadata
  if (generateName !== '')
    for (const message of saidOf(nameCheck, withoutTrailingDash(generateName)))
      report.invalid(field.child('generateName'), generateName, message)
  const name = nameOf(metadata)
  if (name === '') report.required(field.child('name'), 'name or generateName is required')
  else for (const message of saidOf(nameCheck, name)) report.invalid(field.child('name'), name, message)
}

/** What is generated goes on behind a dash, so one may stand at the end (api/validation maskTrailingDash). */
function withoutTrailingDash(prefix: string): string {
  return prefix.length > 1 && prefix.endsWith('-') ? `${prefix.slice(0, -2)}a` : prefix
}

function validateOwnerReferences(
  references: readonly OwnerReference[],
  field: FieldPath,
  report: Report,
): void {
  const controllers: string[] = []
  for (const [i, reference] of references.entries()) {
    const { apiVersion = '', kind = '', name = '', uid = '', controller = false } = reference
    const at = field.printedAs('', i)
    if (apiVersion.split('/').at(-1) === '' || apiVersion.split('/').length > 2)
      report.invalid(at.child('apiVersion'), apiVersion, 'version must not be empty')
    if (kind === '') report.invalid(at.child('kind'), kind, 'must not be empty')
    if (name === '') report.invalid(at.child('name'), name, 'must not be empty')
    if (uid === '') report.invalid(at.child('uid'), uid, 'must not be empty')
    if (controller) controllers.push(name)
  }
  const [first, second] = controllers
  if (first !== undefined && second !== undefined)
    report.invalid(
      field,
      references.map(({ apiVersion = '', kind = '', name = '', uid = '', ...rest }) => ({
        apiVersion,
        kind,
        name,
        uid,
        ...rest,
      })),
      `Only one reference can have Controller set to true. Found "true" in references for ${first} and ${second}`,
    )
}

function validateFinalizers(finalizers: readonly string[], field: FieldPath, report: Report): void {
  for (const finalizer of finalizers)
    for (const message of saidOf(labelKey, finalizer)) report.invalid(field, finalizer, message)
  if (finalizers.includes('orphan') && finalizers.includes('foregroundDeletion'))
    report.invalid(field, [...finalizers], 'finalizer orphan and foregroundDeletion cannot be both set')
}
