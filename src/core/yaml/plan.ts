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
  if (node.kind === 'alias')
    return equalJson(meaningOf(planning, node.target), value)
      ? []
      : replaceAt(planning, node, value, around, site)
  if (!node.aliased && equalJson(node.value, value)) {
    remember(planning, node)
    return []
  }
  if (
    node.kind === 'scalar' ||
    node.style === 'pair' ||
    level >= planning.depth ||
    !isSameKind(node, value) ||
    (isEmptyInBlock(node, site) && !fitsInBrackets(value, around)) ||
    (around.blocks && isScriptInBrackets(node, value, site))
  )
    return replaceAt(planning, node, value, around, site)
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
  return node.style === 'block'
    ? planBlock(planning, node, start, slots, style, inside, site)
    : planFlow(planning, node, start, slots, style, inside)
}

function replaceAt(
  planning: Planning,
  node: YamlNode,
  value: Json,
  around: YamlStyle,
  site: Site,
): TextEdit[] {
  forgetInside(planning, node)
  if (site.kind === 'root') return replaceRoot(planning, site.tree, value, around)
  const { entry, parentStart, inFlow } = site
  return inFlow
    ? replaceInFlow(planning, entry, parentStart, value, around)
    : replaceValue(planning, entry, parentStart, value, around)
}

function isInFlow(site: Site): boolean {
  return site.kind === 'entry' && site.inFlow
}

/** `[]` and `{}` are no choice of brackets: in a block they have no style of their own. */
function isEmptyInBlock(node: CollectionNode, site: Site): boolean {
  return node.style === 'flow' && node.entries.length === 0 && !isInFlow(site)
}

/** `args: ["…"]` whose text gets a second line: in brackets nobody could read it, so the list becomes a block. */
function isScriptInBrackets(node: CollectionNode, value: Json, site: Site): boolean {
  if (node.kind !== 'sequence' || node.style !== 'flow' || !Array.isArray(value) || isInFlow(site))
    return false
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

/** What a node will mean, once the edits before it are made; undefined where it goes. */
function meaningOf(planning: Planning, node: YamlNode): Json | undefined {
  return planning.anchors.has(node) ? planning.anchors.get(node) : node.value
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
      const value = meaningOf(planning, source.kind === 'alias' ? source.target : source)
      if (!isObject(value)) return null
      Object.assign(result, value)
    }
  }
  return result
}
