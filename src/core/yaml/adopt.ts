import { isObject, type Json } from '../kubernetes/json'
import { share } from './share'
import type { Entry } from './tree'

/** A freshly read node, whose value may still be replaced by an equal one. */
interface Fresh {
  readonly kind: 'scalar' | 'alias' | 'mapping' | 'sequence'
  readonly aliased: boolean
  readonly entries?: readonly Entry[]
  value: Json
}

/**
 * Takes a node just read and the value that stood in its place before; gives the parts of the node that mean the same
 * as before the identity that they had. Changes the node, so it must not be in use yet.
 */
export function adopt(node: Fresh, old: Json | undefined): void {
  if (old === undefined || typeof node.value !== 'object' || node.value === null) return
  if (node.aliased || node.entries === undefined) {
    node.value = share(old, node.value)
    return
  }
  for (const entry of node.entries) adopt(entry.node, childOf(old, entry.key))
  node.value = share(old, assembled(node.value, node.entries))
}

function childOf(value: Json, key: string | number): Json | undefined {
  if (Array.isArray(value)) return typeof key === 'number' ? value[key] : undefined
  return isObject(value) && typeof key === 'string' && Object.hasOwn(value, key) ? value[key] : undefined
}

function assembled(value: Json, entries: readonly Entry[]): Json {
  if (Array.isArray(value)) return entries.map((entry) => entry.node.value)
  return Object.fromEntries(entries.map((entry) => [entry.key, entry.node.value]))
}
