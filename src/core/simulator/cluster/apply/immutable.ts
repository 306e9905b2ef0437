import { isObject, type Json, type JsonObject } from '../../../kubernetes/json'
import { field } from '../../../kubernetes/shape'
import { goJson } from '../../../rules/goText'
import { equalJson } from '../../../yaml/equal'

/** A part of a kind's spec that stays as it was made, and what the server says of a change. */
interface Immutable {
  /** Takes a spec; gives the part that may not change. */
  readonly part: (spec: Json | undefined) => Json | undefined
  readonly message: (spec: Json | undefined) => string
}

function fixedField(name: string): Immutable {
  return {
    part: (spec) => field(spec, name),
    message: (spec) => `spec.${name}: Invalid value: ${goJson(field(spec, name))}: field is immutable`,
  }
}

function allBut(names: readonly string[], message: string): Immutable {
  return { part: (spec) => without(spec, names), message: () => message }
}

function without(value: Json | undefined, names: readonly string[]): Json | undefined {
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)))
}

/** The images and what else of a pod may change; the rest is compared. */
function fixedPod(spec: Json | undefined): Json | undefined {
  const rest = without(spec, ['activeDeadlineSeconds', 'tolerations', 'terminationGracePeriodSeconds'])
  if (!isObject(rest)) return rest
  const draft: JsonObject = { ...rest }
  for (const list of ['containers', 'initContainers']) {
    const containers = rest[list]
    if (Array.isArray(containers)) draft[list] = containers.map((each) => without(each, ['image']) ?? null)
  }
  return draft
}

const STATEFUL_SET =
  "spec: Forbidden: updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden"

const CLAIM =
  'spec: Forbidden: spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims'

const POD =
  'spec: Forbidden: pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)'

/** What can't be changed, by kind (ValidateDeploymentUpdate and its like in pkg/apis). */
const IMMUTABLE: Readonly<Record<string, readonly Immutable[]>> = {
  Deployment: [fixedField('selector')],
  ReplicaSet: [fixedField('selector')],
  DaemonSet: [fixedField('selector')],
  StatefulSet: [
    allBut(
      [
        'replicas',
        'ordinals',
        'template',
        'updateStrategy',
        'revisionHistoryLimit',
        'persistentVolumeClaimRetentionPolicy',
        'minReadySeconds',
      ],
      STATEFUL_SET,
    ),
  ],
  Job: [fixedField('selector'), fixedField('template'), fixedField('completionMode')],
  PersistentVolumeClaim: [allBut(['resources', 'volumeAttributesClassName'], CLAIM)],
  Pod: [{ part: fixedPod, message: () => POD }],
}

/** Takes an object's kind, it as it is and as it is wanted; gives what the server says of changes that it forbids. */
export function immutableFaults(kind: string, before: JsonObject, after: JsonObject): readonly string[] {
  const rules = Object.hasOwn(IMMUTABLE, kind) ? (IMMUTABLE[kind] ?? []) : []
  return rules.flatMap(({ part, message }) => {
    const [old, wanted] = [part(before['spec']), part(after['spec'])]
    return equalJson(old, wanted) ? [] : [message(after['spec'])]
  })
}
