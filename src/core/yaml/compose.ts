import { COLLECTION_STYLE, type Event, EVENT_ID, getScalarValue, type ScalarEvent } from 'js-yaml'
import type { Json, JsonObject } from '../kubernetes/json'
import { Anchors } from './anchors'
import { define, merged } from './mergeKeys'
import { MAX_DEPTH, MAX_SIZE, Refusal } from './refusal'
import { resolveScalar } from './resolve'
import { scalarRange } from './scalarRange'
import { afterSpace, endOfLine } from './spacing'
import {
  type AliasNode,
  type CollectionNode,
  type DocumentTree,
  endOfEntry,
  type MappingEntry,
  type SequenceEntry,
  type YamlNode,
} from './tree'

/** A node and where it stands, in absolute offsets. */
interface Placed<Node extends YamlNode = YamlNode> {
  readonly node: Node
  readonly start: number
  readonly end: number
}

/** What the properties before a node's content say. */
interface Properties {
  readonly start: number
  readonly end: number
  readonly anchor: string | null
  readonly tag: string | null
}

/**
 * Takes a text, its js-yaml events, and how many levels lie around it; gives each document as a tree with values and
 * positions. Values are what the API server reads. Throws `Refusal` where it would refuse: a duplicate key, a key that is no
 * simple text, an alias to nothing or to itself, too many aliases, too much content, too deep a nesting.
 */
export function compose(text: string, events: readonly Event[], depth = 0): DocumentTree[] {
  return new Composer(text, events, depth).documents()
}

class Composer {
  private readonly text: string
  private readonly events: readonly Event[]
  private index = 0
  private depth: number
  private size = 0
  private readonly anchors = new Anchors()

  constructor(text: string, events: readonly Event[], depth: number) {
    this.text = text
    this.depth = depth
    this.events = events
  }

  documents(): DocumentTree[] {
    const trees: DocumentTree[] = []
    let start = 0
    while (this.index < this.events.length) {
      const event = this.events[this.index++]
      if (event?.type !== EVENT_ID.DOCUMENT) throw new Error('a document was expected')
      this.anchors.forget()
      const { markerAt, bodyAt } = this.documentHead(start, event.explicitStart)
      const { node, start: at, end } = this.node(bodyAt)
      this.index++
      const tail = this.documentTail(end, event.explicitEnd)
      trees.push({ start, markerAt, bodyAt, at, node, end: tail, directives: event.directives.length > 0 })
      start = tail
    }
    const last = trees.at(-1)
    if (last) trees[trees.length - 1] = { ...last, end: this.text.length }
    return trees
  }

  /** Passes byte order marks, comments, stray `...` and directives; finds the `---` and where content may begin. */
  private documentHead(start: number, explicit: boolean): { markerAt: number; bodyAt: number } {
    const { text } = this
    let at = afterSpace(text, start)
    while (text[at] === '%' || text.startsWith('...', at)) at = afterSpace(text, endOfLine(text, at))
    return explicit ? { markerAt: at, bodyAt: at + 3 } : { markerAt: -1, bodyAt: at }
  }

  private documentTail(end: number, explicit: boolean): number {
    const at = afterSpace(this.text, end)
    if (explicit) return endOfLine(this.text, at)
    if (at >= this.text.length) return this.text.length
    return at
  }

  private properties(
    anchorStart: number,
    anchorEnd: number,
    tagStart: number,
    tagEnd: number,
  ): Properties | null {
    if (anchorStart < 0 && tagStart < 0) return null
    const starts = [anchorStart < 0 ? tagStart : anchorStart - 1, tagStart < 0 ? anchorStart - 1 : tagStart]
    return {
      start: Math.min(...starts),
      end: Math.max(anchorEnd, tagEnd),
      anchor: anchorStart < 0 ? null : this.text.slice(anchorStart, anchorEnd),
      tag: tagStart < 0 ? null : this.text.slice(tagStart, tagEnd),
    }
  }

  /** Reads the next node; `floor` is the end of the token before it, where an empty node stands. */
  private node(floor: number): Placed {
    const event = this.events[this.index++]
    switch (event?.type) {
      case EVENT_ID.SCALAR:
        return this.scalar(event, floor)
      case EVENT_ID.ALIAS:
        return this.alias(event.anchorStart - 1, event.anchorEnd)
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE:
        return this.collection(event, floor)
      case EVENT_ID.DOCUMENT:
      case EVENT_ID.POP:
      case undefined:
        throw new Error('a node was expected')
    }
  }

  private scalar(event: ScalarEvent, floor: number): Placed {
    const properties = this.properties(event.anchorStart, event.anchorEnd, event.tagStart, event.tagEnd)
    const { style, start, end } = scalarRange(this.text, event, properties?.end ?? floor)
    const raw = style === 'empty' ? '' : getScalarValue(this.text, event)
    const scalar = resolveScalar(raw, style === 'plain' || style === 'empty', properties?.tag ?? null)
    if ('cause' in scalar)
      throw new Refusal(
        start,
        `${capital(scalar.cause)}. Put it in quotes or write another value.`,
        scalar.cause,
      )
    const nodeStart = properties?.start ?? start
    this.grow(raw.length + 8, start)
    const node: YamlNode = {
      kind: 'scalar',
      style,
      length: end - nodeStart,
      contentAt: start - nodeStart,
      anchor: properties?.anchor ?? null,
      tagged: properties !== null && properties.tag !== null,
      aliased: false,
      anchored: properties !== null && properties.anchor !== null,
      value: scalar.value,
    }
    this.anchors.set(node.anchor, node, raw.length + 8)
    return { node, start: nodeStart, end }
  }

  private alias(start: number, end: number): Placed {
    const name = this.text.slice(start + 1, end)
    const anchored = this.anchors.resolve(name, start)
    this.grow(anchored.size, start)
    const node: AliasNode = {
      kind: 'alias',
      target: anchored.node,
      length: end - start,
      contentAt: 0,
      anchor: null,
      tagged: false,
      aliased: true,
      anchored: false,
      value: anchored.node.value,
    }
    return { node, start, end }
  }

  private collection(
    event: Extract<Event, { type: typeof EVENT_ID.MAPPING | typeof EVENT_ID.SEQUENCE }>,
    floor: number,
  ): Placed {
    const properties = this.properties(event.anchorStart, event.anchorEnd, event.tagStart, event.tagEnd)
    const contentStart = event.start
    const start = properties?.start ?? contentStart
    this.depth += 1
    if (this.depth > MAX_DEPTH)
      throw new Refusal(
        contentStart,
        'This is nested more than 100 levels deep. Kubernetes has nothing so deep: remove some levels.',
        'nesting over 100',
      )
    const sizeBefore = this.size
    this.anchors.set(properties?.anchor ?? null, null, 0)
    this.grow(8, start)
    const isFlow = event.style === COLLECTION_STYLE.FLOW
    const shape = {
      contentAt: contentStart - start,
      anchor: properties?.anchor ?? null,
      tagged: properties !== null && properties.tag !== null,
    }
    const node =
      event.type === EVENT_ID.MAPPING
        ? this.mapping(start, contentStart, isFlow, shape, floor)
        : this.sequence(start, contentStart, isFlow, shape)
    this.depth -= 1
    this.anchors.set(node.anchor, node, this.size - sizeBefore)
    return { node, start, end: start + node.length }
  }

  private mapping(
    start: number,
    contentStart: number,
    isFlow: boolean,
    shape: Pick<CollectionNode, 'contentAt' | 'anchor' | 'tagged'>,
    floor: number,
  ): CollectionNode {
    const isPair = isFlow && this.text[contentStart] !== '{'
    const entries: MappingEntry[] = []
    const lines = new Map<string, number>()
    let value: JsonObject = {}
    let aliased = false
    let anchored = shape.anchor !== null
    let end = isFlow && !isPair ? contentStart + 1 : isPair ? Math.max(floor, 0) : contentStart
    while (this.events[this.index]?.type !== EVENT_ID.POP) {
      const entryStart =
        entries.length === 0 && (isPair || !isFlow) ? contentStart : afterSpace(this.text, end, isFlow)
      const entry = this.mappingEntry(start, entryStart, isFlow)
      if (entry.merge) value = merged(value, entry.node, start + entry.valueAt)
      else {
        const first = lines.get(entry.key)
        if (first !== undefined) throw this.duplicate(entry.key, first, start + entry.at)
        lines.set(entry.key, start + entry.at)
        define(value, entry.key, entry.node.value)
      }
      aliased ||= entry.merge || entry.node.aliased
      anchored ||= entry.node.anchored
      entries.push(entry)
      end = endOfEntry(start, entry)
    }
    this.index++
    if (isFlow && !isPair) end = afterSpace(this.text, end, true) + 1
    return {
      kind: 'mapping',
      style: isPair ? 'pair' : isFlow ? 'flow' : 'block',
      entries,
      length: end - start,
      ...shape,
      aliased,
      anchored,
      value,
    }
  }

  private mappingEntry(start: number, at: number, isFlow: boolean): MappingEntry {
    const { text } = this
    const question = text[at] === '?' && isBlank(text[at + 1])
    const keyEvent = this.events[this.index]
    const key = this.node(question ? at + 1 : at)
    if (key.node.kind === 'mapping' || key.node.kind === 'sequence')
      throw new Refusal(
        key.start,
        'A key must be a simple text, not a list or a mapping. Values that begin with `{` or `[`, such as templates, need quotes.',
        'invalid map key',
      )
    const colonAt = afterSpace(text, key.end)
    const hasColon = text[colonAt] === ':' && (isFlow || isBlank(text[colonAt + 1]))
    const indicator = hasColon ? colonAt + 1 : key.end
    const value = this.node(indicator)
    const isMerge =
      keyEvent?.type === EVENT_ID.SCALAR &&
      key.node.kind === 'scalar' &&
      key.node.style === 'plain' &&
      key.node.value === '<<' &&
      !key.node.tagged
    return {
      at: at - start,
      key: keyText(key),
      keyAt: key.start - start,
      keyLength: key.end - key.start,
      keyStyle: key.node.kind === 'scalar' ? key.node.style : 'plain',
      explicit: question || !hasColon || key.node.kind === 'alias' || key.node.anchored || key.node.tagged,
      merge: isMerge,
      indicatorAt: indicator - start,
      valueAt: value.start - start,
      node: value.node,
    }
  }

  private sequence(
    start: number,
    contentStart: number,
    isFlow: boolean,
    shape: Pick<CollectionNode, 'contentAt' | 'anchor' | 'tagged'>,
  ): CollectionNode {
    const entries: SequenceEntry[] = []
    const value: Json[] = []
    let aliased = false
    let anchored = shape.anchor !== null
    let end = isFlow ? contentStart + 1 : contentStart
    while (this.events[this.index]?.type !== EVENT_ID.POP) {
      const at = afterSpace(this.text, end, isFlow)
      const indicator = isFlow ? at : at + 1
      const item = this.node(indicator)
      entries.push({
        at: at - start,
        key: entries.length,
        indicatorAt: indicator - start,
        valueAt: item.start - start,
        node: item.node,
      })
      value.push(item.node.value)
      aliased ||= item.node.aliased
      anchored ||= item.node.anchored
      end = Math.max(item.end, indicator)
    }
    this.index++
    if (isFlow) end = afterSpace(this.text, end, true) + 1
    return {
      kind: 'sequence',
      style: isFlow ? 'flow' : 'block',
      entries,
      length: end - start,
      ...shape,
      aliased,
      anchored,
      value,
    }
  }

  private duplicate(key: string, first: number, second: number): Refusal {
    const line = this.text.slice(0, first).split(/\r\n|\r|\n/).length
    return new Refusal(
      second,
      `The key \`${key}\` stands twice in the same mapping, first on line ${line}. Keep one of them.`,
      `key "${key}" already set in map`,
    )
  }

  private grow(size: number, offset: number): void {
    this.size += size
    if (this.size > MAX_SIZE)
      throw new Refusal(
        offset,
        'With all aliases written out this is larger than 10 MB. Write less of it, or fewer aliases.',
        'document contains excessive aliasing',
      )
  }
}

/** As sigs.k8s.io/yaml turns keys into JSON's: `yes:` is the key "true", `1:` the key "1". */
function keyText(key: Placed): string {
  const { value } = key.node
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw new Refusal(
    key.start,
    'A key is missing before this colon, or it is null. Write a name there.',
    'unsupported map key',
  )
}

function isBlank(char: string | undefined): boolean {
  return char === undefined || char === ' ' || char === '\t' || char === '\n' || char === '\r'
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
