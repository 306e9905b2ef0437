import { isObject, type Json, type JsonObject } from '../kubernetes/json'
import { equalJson } from './equal'
import { planBlock } from './planBlock'
import type { Planning, Site } from './planning'
import { planFlow } from './planFlow'
import { isInline, printFlow } from './print'
import { isReordered, mappingSlots, sequenceSlots, type Slot } from './slots'
import { replaceInFlow, replaceRoot, replaceValue } from './replace'
import type { TextEdit } from './source'
import { styleOfCollection, type YamlStyle } from './style'
import type { CollectionNode, Entry, MappingNode, YamlNode } from './tree'

/** So many characters in brackets are still read at a glance. */
const WIDE = 60

/**
 * Takes a node with its offset and the value it shall have; gives the smallest edits of the text that give it that
 * value, in order. What is not named in the change keeps its characters.
 */
export function planNode(
  planning: Planning,
  node: YamlNode,
  start: number,
  value: Json,
  around: YamlStyle,
  site: Site,
  level: number,
): TextEdit[] {
  if (node.anchor !== null) planning.anchors.set(node, value)
  if (node.kind === 'alias') {
    const target = planning.anchors.has(node.target) ? planning.anchors.get(node.target) : node.target.value
    return equalJson(target, value) ? [] : replaceAt(planning, node, start, value, around, site)
  }
  if (!node.aliased && equalJson(node.value, value)) {
    remember(planning, node)
    return []
  }
  if (node.kind === 'scalar' || level >= planning.depth || node.style === 'pair' || !isSameKind(node, value))
    return equalJson(node.value, value) && !node.aliased
      ? []
      : replaceAt(planning, node, start, value, around, site)
  if (isEmptyInBlock(node, site) && !fitsInBrackets(value, around))
    return replaceAt(planning, node, start, value, around, site)
  if (isScriptInBrackets(node, value, site) && around.blocks)
    return replaceAt(planning, node, start, value, around, site)
  const style = styleOfCollection(planning.text, node, start, around)
  const slots = Array.isArray(value)
    ? sequenceSlots(node.entries, value)
    : isObject(value) && node.kind === 'mapping'
      ? mappingSlots(node, value, inheritedBy(planning, node))
      : []
  return planSlots(planning, node, start, slots, style, site, level)
}

function planSlots(
  planning: Planning,
  node: CollectionNode,
  start: number,
  slots: readonly Slot[],
  style: YamlStyle,
  site: Site,
  level: number,
): TextEdit[] {
  const inside = (entry: Entry, value: Json): TextEdit[] => {
    const valueStart = start + entry.valueAt
    const place: Site = { kind: 'entry', entry, parentStart: start, inFlow: node.style !== 'block' }
    return planNode(planning, entry.node, valueStart, value, style, place, level + 1)
  }
  for (const slot of slots) if (slot.kind === 'remove') forget(planning, slot.entry.node)
  // What moves may come before the anchor that it points to: the anchors count from where they are met again.
  if (isReordered(slots)) forgetInside(planning, node)
  const inBlock = node.style === 'block'
  return inBlock
    ? planBlock(planning, node, start, slots, style, inside, site)
    : planFlow(planning, node, start, slots, style, inside)
}

function replaceAt(
  planning: Planning,
  node: YamlNode,
  start: number,
  value: Json,
  around: YamlStyle,
  site: Site,
): TextEdit[] {
  forgetInside(planning, node)
  if (site.kind === 'root') return replaceRoot(planning, site.tree, value, around)
  const { entry, parentStart, inFlow } = site
  return inFlow
    ? replaceInFlow(planning, node, start, value, around, entry, parentStart)
    : replaceValue(planning, entry, parentStart, value, around)
}

/** `[]` and `{}` are no choice of brackets: in a block they have no style of their own. */
function isEmptyInBlock(node: CollectionNode, site: Site): boolean {
  return node.style === 'flow' && node.entries.length === 0 && !(site.kind === 'entry' && site.inFlow)
}

/** `args: ["…"]` whose text gets a second line: in brackets nobody could read it, so the list becomes a block. */
function isScriptInBrackets(node: CollectionNode, value: Json, site: Site): boolean {
  if (node.kind !== 'sequence' || node.style !== 'flow' || !Array.isArray(value)) return false
  if (site.kind === 'entry' && site.inFlow) return false
  const isNew = (item: Json): boolean =>
    typeof item === 'string' && /\S\n/.test(item) && !node.entries.some((entry) => entry.node.value === item)
  return value.every((item) => isInline(item)) && value.some(isNew)
}

function fitsInBrackets(value: Json, style: YamlStyle): boolean {
  const items = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : []
  const isFlat = items.every((item) => isInline(item) && !(typeof item === 'string' && item.includes('\n')))
  return isFlat && printFlow(value, style).length <= WIDE
}

function isSameKind(node: CollectionNode, value: Json): boolean {
  return node.kind === 'sequence' ? Array.isArray(value) : isObject(value)
}

/** What the anchored nodes in a part that goes mean from now on: nothing. */
function forget(planning: Planning, node: YamlNode): void {
  if (!node.anchored) return
  if (node.anchor !== null) planning.anchors.set(node, undefined)
  forgetInside(planning, node)
}

function forgetInside(planning: Planning, node: YamlNode): void {
  if (!node.anchored || (node.kind !== 'mapping' && node.kind !== 'sequence')) return
  for (const entry of node.entries) forget(planning, entry.node)
}

/** The anchors in a part that stays as it is. */
function remember(planning: Planning, node: YamlNode): void {
  if (!node.anchored) return
  if (node.anchor !== null) planning.anchors.set(node, node.value)
  if (node.kind === 'mapping' || node.kind === 'sequence')
    for (const entry of node.entries) remember(planning, entry.node)
}

/** What the merge keys of a mapping will bring in, once the edits before it are made; null where one will point to nothing. */
function inheritedBy(planning: Planning, node: MappingNode): JsonObject | null {
  const result: JsonObject = {}
  for (const entry of node.entries) {
    if (!entry.merge) continue
    const sources =
      entry.node.kind === 'sequence' ? entry.node.entries.toReversed().map((item) => item.node) : [entry.node]
    for (const source of sources) {
      const target = source.kind === 'alias' ? source.target : source
      const value = planning.anchors.has(target) ? planning.anchors.get(target) : target.value
      if (!isObject(value)) return null
      Object.assign(result, value)
    }
  }
  return result
}
