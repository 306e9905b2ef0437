import type { JsonObject } from '../kubernetes/json'
import { dns1123Label } from '../kubernetes/names'
import type { Path } from '../kubernetes/path'
import { field, numberOf, textOf } from '../kubernetes/shape'
import { priorityOfClass } from './defaults/podDefaults'
import { quoted } from './goText'

/** What keeps an object from being taken, beside its validation. */
interface AdmissionFault {
  readonly status: 403 | 404
  readonly path: Path
  readonly message: string
}

/**
 * Takes an object as decoded; gives what the admission plugins say before validation that need no cluster, or null:
 * NamespaceLifecycle (no namespace can have that name) and Priority.
 */
export function admissionFault(object: JsonObject): AdmissionFault | null {
  const namespace = textOf(field(object['metadata'], 'namespace'))
  if (namespace !== '' && dns1123Label(namespace) !== null)
    return {
      status: 404,
      path: ['metadata', 'namespace'],
      message: `namespaces ${quoted(namespace)} not found`,
    }
  return object['kind'] === 'Pod' ? priorityFault(object) : null
}

/**
 * Takes an object as decoded; gives what the admission plugins say of one that validation has passed, or null. RuntimeClass:
 * what a pod costs beside its containers comes from its class alone.
 */
export function lateAdmissionFault(object: JsonObject): AdmissionFault | null {
  const spec = object['spec']
  if (object['kind'] !== 'Pod' || field(spec, 'overhead') === undefined) return null
  if (textOf(field(spec, 'runtimeClassName')) !== '') return null
  const name = quoted(textOf(field(object['metadata'], 'name')))
  const why = 'pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead'
  return { status: 403, path: ['spec', 'overhead'], message: `pods ${name} is forbidden: ${why}` }
}

/** A pod's priority comes from its class alone (plugin/pkg/admission/priority). */
function priorityFault(object: JsonObject): AdmissionFault | null {
  const spec = object['spec']
  const asked = numberOf(field(spec, 'priority'))
  const given = priorityOfClass(textOf(field(spec, 'priorityClassName')))
  if (asked === null || given === null || asked === given) return null
  const name = quoted(textOf(field(object['metadata'], 'name')))
  return {
    status: 403,
    path: ['spec', 'priority'],
    message:
      `pods ${name} is forbidden: the integer value of priority (${asked}) must not be provided in pod spec; priority ` +
      `admission controller computed ${given} from the given PriorityClass name`,
  }
}
