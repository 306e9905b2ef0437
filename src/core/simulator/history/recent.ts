/** Something at a moment: milliseconds of virtual time. */
export interface Timed {
  readonly time: number
}

/** Takes things in the order of their times and a moment; gives how many of them are not after it. */
export function countUpTo(items: readonly Timed[], time: number): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const item = items[middle]
    if (item !== undefined && item.time <= time) low = middle + 1
    else high = middle
  }
  return low
}

/** Takes things in the order of their times; gives those after `from` and not after `to`. */
export function between<Item extends Timed>(
  items: readonly Item[],
  from: number,
  to: number,
): readonly Item[] {
  return items.slice(countUpTo(items, from), countUpTo(items, to))
}

const NONE: readonly never[] = []

/** How much more than its number is kept before the oldest are thrown away, all at once. */
const SLACK = 1.25

/** The newest things that happened, of all places together only so many; each place has its own list, oldest first. */
export class Recent<Item extends Timed> {
  private kept: Item[] = []
  private readonly places = new Map<string, Item[]>()

  /** Takes how many things are kept at least. */
  constructor(private readonly capacity: number) {}

  /** All that is kept. */
  get all(): readonly Item[] {
    return this.kept
  }

  /** Takes a place; gives what happened there. */
  at(place: string): readonly Item[] {
    return this.places.get(place) ?? NONE
  }

  /** Takes what happened, not before anything that did already, and the places where it did. */
  add(item: Item, ...places: readonly string[]): void {
    this.kept.push(item)
    for (const place of places) {
      const list = this.places.get(place)
      if (list === undefined) this.places.set(place, [item])
      else list.push(item)
    }
    if (this.kept.length > this.capacity * SLACK) this.forget()
  }

  private forget(): void {
    this.kept = this.kept.slice(-this.capacity)
    const oldest = this.kept[0]?.time ?? 0
    for (const [place, list] of this.places) {
      const gone = list.findIndex(({ time }) => time >= oldest)
      if (gone === -1) this.places.delete(place)
      else if (gone > 0) list.splice(0, gone)
    }
  }
}
