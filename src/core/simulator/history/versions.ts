import { placeKey } from './place'
import { countUpTo, type Timed } from './recent'

/** An object from a moment on; null from when it is gone. */
interface Version<Item> extends Timed {
  readonly value: Item | null
}

/** What an object was, at every moment. */
export class Versions<Item> {
  private readonly list: Version<Item>[] = []

  /** Takes a moment, not before the last one, and what the object is from then on. */
  put(time: number, value: Item | null): void {
    if (this.list.at(-1)?.time === time) this.list.pop()
    this.list.push({ time, value })
  }

  /** Takes a moment; gives what the object was at it, null where it was not there. */
  at(time: number): Item | null {
    return this.list[countUpTo(this.list, time) - 1]?.value ?? null
  }
}

/** An object's place, a moment, and what it is from then on. */
interface Put<Item> extends Timed {
  readonly namespace: string
  readonly name: string
  readonly object: Item | null
}

/** What all objects of a kind were, at every moment. */
export class ObjectVersions<Item> {
  private readonly objects = new Map<string, Versions<Item>>()

  /** Takes an object from a moment on. */
  put({ namespace, name, object, time }: Put<Item>): void {
    const key = placeKey(namespace, name)
    const known = this.objects.get(key)
    const versions = known ?? new Versions<Item>()
    if (known === undefined) this.objects.set(key, versions)
    versions.put(time, object)
  }

  /** Takes the place of an object and a moment; gives what it was at it, or null. */
  at(namespace: string, name: string, time: number): Item | null {
    return this.objects.get(placeKey(namespace, name))?.at(time) ?? null
  }

  /** Takes a moment; gives all that were there, in the order in which they came to be known. */
  allAt(time: number): readonly Item[] {
    return [...this.objects.values()].flatMap((versions) => versions.at(time) ?? [])
  }
}
