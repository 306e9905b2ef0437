import { isObject, type Json, type JsonObject } from '../../../kubernetes/json'
import { fieldOf } from '../../../kubernetes/schema/schema'
import { field, textOf } from '../../../kubernetes/shape'
import { equalJson } from '../../../yaml/equal'
import { decode } from '../../../rules/decode/decode'
import { withDefaults } from '../../../rules/defaults/withDefaults'
import { inHubVersion } from '../../../rules/hubVersion'
import { judge } from '../../../rules/judge'
import { isServed } from '../../../rules/servedKinds'
import type { ApiServer } from '../../api/apiServer'
import { podRefusal } from '../../api/podRefusal'
import { isOfType } from '../../../rules/typed'
import type { ApplyOutcome } from '../access'
import { immutableFaults } from './immutable'
import { isApplied, STORES } from './storing'
import { threeWayMerge } from './threeWayMerge'

/** `kubectl apply`: what was applied before is remembered, so that what others have set can be told from it. */
export class Applying {
  private readonly applied = new Map<string, Json>()

  constructor(private readonly api: ApiServer) {}

  /** Takes an object as decoded from YAML; stores it where the server takes it. */
  apply(document: Json): ApplyOutcome {
    const verdict = judge(document)
    if (!verdict.accepted) return { error: verdict.message }
    if (!isObject(document)) return { error: 'error: no objects passed to apply' }
    const kind = textOf(document['kind'])
    const apiVersion = textOf(document['apiVersion'])
    // A cluster may serve it with a CustomResourceDefinition; this one has none.
    if (!isServed(apiVersion, kind))
      return { error: `no matches for kind "${kind}" in version "${apiVersion}"` }
    if (!isApplied(kind)) return { error: `the simulation has no ${kind}` }
    const decoded = decode(inHubVersion(document), kind)
    if (!('object' in decoded)) return { error: verdict.message }
    const { status: _status, ...manifest } = decoded.object
    return this.store(kind, manifest, verdict.warnings)
  }

  /** Takes an object's place; what was applied of it is forgotten. */
  forget(kind: string, namespace: string, name: string): void {
    this.applied.delete(keyOf(kind, namespace, name))
  }

  private store(kind: keyof typeof STORES, manifest: JsonObject, warnings: readonly string[]): ApplyOutcome {
    const name = textOf(field(manifest['metadata'], 'name'))
    const namespace = textOf(field(manifest['metadata'], 'namespace')) || 'default'
    const key = keyOf(kind, namespace, name)
    const live = this.api.get(kind, namespace, name)
    const before = isObject(live) ? withoutStatus(live) : undefined
    const wanted = filled(this.applied.get(key), manifest, before, kind)
    if (before !== undefined) {
      const faults = immutableFaults(kind, before, wanted)
      if (faults.length > 0) return { error: refusal(kind, name, faults) }
      if (equalJson(before, wanted)) {
        this.applied.set(key, manifest)
        return { done: 'unchanged', warnings }
      }
    }
    const isNewPod = kind === 'Pod' && before === undefined && isOfType('Pod', wanted)
    const refused = isNewPod ? podRefusal(this.api, wanted, name) : null
    if (refused !== null) return { error: refused }
    if (!STORES[kind](this.api, wanted)) return { error: `the simulation can't keep ${kind} "${name}"` }
    this.applied.set(key, manifest)
    return { done: before === undefined ? 'created' : 'configured', warnings }
  }
}

function filled(
  applied: Json | undefined,
  manifest: JsonObject,
  live: JsonObject | undefined,
  kind: string,
): JsonObject {
  const metadata = { namespace: 'default', ...(isObject(manifest['metadata']) ? manifest['metadata'] : {}) }
  const now: JsonObject = { ...manifest, metadata }
  if (live === undefined) return withDefaults(now)
  const merged: JsonObject = { ...now }
  for (const part of new Set([...Object.keys(live), ...Object.keys(now)])) {
    const value = now[part]
    if (value === undefined) {
      if (field(applied, part) === undefined && live[part] !== undefined) merged[part] = live[part]
    } else
      merged[part] = threeWayMerge(field(applied, part), value, live[part], fieldOf(kind, part)?.type ?? null)
  }
  return withDefaults(merged)
}

function withoutStatus({ status: _status, ...rest }: JsonObject): JsonObject {
  return rest
}

function refusal(kind: string, name: string, faults: readonly string[]): string {
  const words = faults.length === 1 ? (faults[0] ?? '') : `[${faults.join(', ')}]`
  return `The ${kind} "${name}" is invalid: ${words}`
}

function keyOf(kind: string, namespace: string, name: string): string {
  return `${kind} ${namespace}/${name}`
}
