import { MAX_ALIASES, Refusal } from './refusal'
import type { YamlNode } from './tree'

/** What an anchor stands on. While that is still being read there is no node yet. */
interface Anchored {
  readonly node: YamlNode | null
  /** Characters, with aliases written out. */
  readonly size: number
}

/** The anchors of one document so far, and a count of the aliases of all. */
export class Anchors {
  private anchored = new Map<string, Anchored>()
  private aliases = 0

  /** Anchors count only within their document. */
  forget(): void {
    this.anchored = new Map()
  }

  set(name: string | null, node: YamlNode | null, size: number): void {
    if (name !== null) this.anchored.set(name, { node, size })
  }

  /** Takes an alias's name and offset; gives what it points to. Throws `Refusal` where there is no such thing. */
  resolve(name: string, offset: number): { readonly node: YamlNode; readonly size: number } {
    const anchored = this.anchored.get(name)
    if (!anchored)
      throw new Refusal(
        offset,
        `\`*${name}\` points to an \`&${name}\` that does not stand before it. Quotes make it a text.`,
        `unknown anchor '${name}' referenced`,
      )
    if (!anchored.node)
      throw new Refusal(
        offset,
        `\`*${name}\` stands inside the very thing that it points to. Write the value out.`,
        `anchor '${name}' value contains itself`,
      )
    this.aliases += 1
    if (this.aliases > MAX_ALIASES)
      throw new Refusal(
        offset,
        `There are more than ${MAX_ALIASES} aliases (\`*name\`). Write some of the values out.`,
        'too many aliases',
      )
    return { node: anchored.node, size: anchored.size }
  }
}
