import { dns1123Label, dns1123Subdomain } from '../../kubernetes/names'
import type { Job, ObjectMeta } from '../../kubernetes/schema/types-1.36'
import { UID } from '../defaults/workloadDefaults'
import type { FieldPath } from '../fieldPath'
import { goMap } from '../goText'
import { validateLabelSelector } from '../metadata/validateLabelSelector'
import { nameOf, validateObjectMeta } from '../metadata/validateObjectMeta'
import type { Report } from '../report'
import { warnOfName } from '../warnings/podWarnings'
import { isReadable, printedSelector, selects, validateSelects } from './selector'
import { validateJobFields, warnOfJobSpec } from './validateJobSpec'

/** Takes a Job with its defaults (with the labels and the selector that the server makes), and the path of its root; reports what is wrong with it (batch ValidateJob). */
export function validateJob(job: Job, root: FieldPath, report: Report): void {
  const { metadata = {}, spec = {} } = job
  const field = root.child('spec')
  validateObjectMeta(metadata, dns1123Subdomain, root.child('metadata'), report)
  validateGeneratedSelector(job, root, report)
  validateJobFields(spec, field, report)
  if (spec.selector === undefined) report.required(field.child('selector'))
  else validateLabelSelector(spec.selector, field.child('selector'), report)
  if (isReadable(spec.selector))
    validateSelects(spec.selector, spec.template, field.child('template'), report)
  if (spec.completionMode === 'Indexed') validateHostnames(metadata, spec.completions ?? 0, root, report)
}

/** Takes a Job with its defaults, and the path of its root; warns as the server does. */
export function warnOfJob(job: Job, root: FieldPath, report: Report): void {
  warnOfName(job.metadata, 'Pod names and hostnames', root, report)
  warnOfJobSpec(job.spec ?? {}, root.child('spec'), report)
}

/** Unless the Job says `manualSelector`, selector and labels must be those that the server makes. */
function validateGeneratedSelector(job: Job, root: FieldPath, report: Report): void {
  const { metadata = {}, spec = {} } = job
  if (spec.manualSelector === true || spec.selector === undefined) return
  const labels = spec.template?.metadata?.labels ?? {}
  const generated = generatedLabels(metadata)
  for (const [key, value] of Object.entries(generated)) {
    const field = root.child('spec', 'template', 'metadata', 'labels').key(key)
    if (!Object.hasOwn(labels, key)) report.required(field, `must be '${value}'`)
    if (labels[key] !== value) report.invalid(field, goMap(labels), `must be '${value}'`)
  }
  if (isReadable(spec.selector) && !selects(spec.selector, generated))
    report.invalid(
      root.child('spec', 'selector'),
      printedSelector(spec.selector),
      '`selector` not auto-generated',
    )
}

function generatedLabels(metadata: ObjectMeta): Readonly<Record<string, string>> {
  const name = nameOf(metadata)
  return {
    'controller-uid': UID,
    'job-name': name,
    'batch.kubernetes.io/controller-uid': UID,
    'batch.kubernetes.io/job-name': name,
  }
}

/** The pods of an indexed Job are called by the Job's name and their number. */
function validateHostnames(metadata: ObjectMeta, completions: number, root: FieldPath, report: Report): void {
  if (completions <= 0) return
  const name = nameOf(metadata)
  const longest = `${name}-${completions - 1}`
  if (dns1123Label(longest) !== null)
    report.invalid(
      root.child('metadata', 'name'),
      name,
      `will not able to create pod with invalid DNS label: ${longest}`,
    )
}
