import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDesigner } from './designer'
import { createDesigns, type Designs } from './designs'
import type { DesignStorage, Refusal } from './designStorage'

/** A browser's storage that several tabs share. */
function createBrowser() {
  const entries = new Map<string, string>()
  const listeners = new Map<string, Set<() => void>>()
  const lastOpen = { any: '', byTab: new Map<string, string>() }
  const refusal: { now: Refusal | null } = { now: null }
  // As in a browser, the other tabs hear of a write when the writer is done.
  const tell = (tab: string): void => {
    setTimeout(() => {
      for (const [other, calls] of listeners) if (other !== tab) calls.forEach((call) => call())
    }, 1)
  }
  const storageOf = (tab: string): DesignStorage => ({
    ids: () => [...entries.keys()],
    read: (id) => entries.get(id) ?? null,
    write: (id, stored) => {
      if (refusal.now !== null) return refusal.now
      entries.set(id, stored)
      tell(tab)
      return null
    },
    remove: (id) => {
      entries.delete(id)
      tell(tab)
    },
    lastOpen: () => lastOpen.byTab.get(tab) ?? (lastOpen.any === '' ? null : lastOpen.any),
    rememberOpen: (id) => {
      lastOpen.byTab.set(tab, id)
      lastOpen.any = id
    },
    listen: (onChange) => {
      const calls = listeners.get(tab) ?? new Set()
      listeners.set(tab, calls.add(onChange))
      return () => calls.delete(onChange)
    },
  })
  let ids = 0
  /** Opens a tab, or reloads one of that name. */
  const openTab = (tab: string) => {
    listeners.delete(tab)
    const designer = createDesigner()
    const designs = createDesigns({
      storage: storageOf(tab),
      designer,
      first: { name: 'Sidecar', text: 'first: 1\n', starter: 'seed-2' },
      now: () => Date.now(),
      freshId: () => `id-${ids++}`,
    })
    return {
      designs: (): Designs => designs.getState(),
      type: (text: string) => designer.getState().type(text),
      save: () => {
        designs.getState().save()
        heard()
      },
      undo: () => designer.getState().undo(),
      text: () => designer.getState().source.text,
      names: () =>
        designs
          .getState()
          .records.map(({ name }) => name)
          .sort(),
    }
  }
  return { entries, refusal, openTab }
}

/** Until the other tabs have heard of the last write, and wrote themselves. */
const heard = (): void => {
  vi.advanceTimersByTime(5)
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1000 })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('saving', () => {
  it('opens the first design on the first visit, and what was open on return', () => {
    const browser = createBrowser()
    const tab = browser.openTab('a')
    expect(tab.text()).toBe('first: 1\n')
    expect(tab.designs().open).toMatchObject({ name: 'Sidecar', starter: 'seed-2' })
    tab.designs().create('Shop', 'shop: 1\n')
    expect(browser.openTab('a').designs().open.name).toBe('Shop')
    expect(browser.openTab('b').text()).toBe('shop: 1\n')
  })

  it('writes within a second of the first change, however long the typing goes on', () => {
    const browser = createBrowser()
    const tab = browser.openTab('a')
    for (let i = 1; i <= 12; i++) {
      tab.type(`first: ${i}\n`)
      vi.advanceTimersByTime(80)
    }
    expect([...browser.entries.values()][0]).toMatch(/first: [2-9]/)
    expect(tab.designs().saving).toBe('waiting')
    vi.advanceTimersByTime(500)
    expect(tab.designs().saving).toBe('saved')
    expect(browser.openTab('a').text()).toBe('first: 12\n')
  })

  it('keeps a text that cannot be read', () => {
    const browser = createBrowser()
    const tab = browser.openTab('a')
    tab.type('a: [\n')
    tab.save()
    expect(browser.openTab('a').text()).toBe('a: [\n')
  })

  it.each(['full', 'blocked'] as const)('goes on when storage is %s, and says so', (refusal) => {
    const browser = createBrowser()
    browser.refusal.now = refusal
    const tab = browser.openTab('a')
    expect(tab.designs().saving).toBe(refusal)
    tab.type('mine: 1\n')
    tab.designs().create('Second', 'second: 1\n')
    const mine = tab.designs().records.find(({ name }) => name === 'Sidecar')
    tab.designs().switchTo(mine?.id ?? '')
    expect(tab.text()).toBe('mine: 1\n')
    expect(tab.designs().saving).toBe(refusal)
    browser.refusal.now = null
    tab.type('mine: 2\n')
    vi.advanceTimersByTime(500)
    expect(tab.designs().saving).toBe('saved')
    expect(browser.openTab('b').names()).toEqual(['Second', 'Sidecar'])
  })
})

describe('several designs', () => {
  it('are made, named, renamed and duplicated, never under the same name', () => {
    const tab = createBrowser().openTab('a')
    tab.designs().create('Sidecar', 'a: 1\n')
    tab.designs().rename(tab.designs().open.id, '  Shop ')
    tab.designs().rename(tab.designs().open.id, ' ')
    tab.designs().duplicate(tab.designs().open.id)
    tab.designs().duplicate(tab.designs().open.id)
    expect(tab.text()).toBe('a: 1\n')
    expect(tab.names()).toEqual(['Shop', 'Shop copy', 'Shop copy copy', 'Sidecar'])
    tab.designs().create('Sidecar', '')
    tab.designs().create('Sidecar 2', '')
    expect(tab.names()).toContain('Sidecar 2')
    expect(tab.names()).toContain('Sidecar 3')
  })

  it('keep their own undo history while the page is open', () => {
    const tab = createBrowser().openTab('a')
    const { id } = tab.designs().open
    tab.type('first: 2\n')
    tab.designs().create('Other', 'other: 1\n')
    tab.undo()
    expect(tab.text()).toBe('other: 1\n')
    tab.designs().switchTo(id)
    expect(tab.text()).toBe('first: 2\n')
    tab.undo()
    expect(tab.text()).toBe('first: 1\n')
  })

  it('come back when deleted by mistake, with their history', () => {
    const tab = createBrowser().openTab('a')
    tab.type('first: 2\n')
    const { id } = tab.designs().open
    const restore = tab.designs().remove(id)
    expect(tab.names()).toEqual(['Sidecar'])
    expect(tab.text()).toBe('first: 1\n')
    restore()
    expect(tab.designs().open.id).toBe(id)
    expect(tab.text()).toBe('first: 2\n')
    tab.undo()
    expect(tab.text()).toBe('first: 1\n')
  })
})

describe('what this version cannot read', () => {
  it('is kept and shown as text', () => {
    const browser = createBrowser()
    browser.entries.set('x', '{"version":99,"cells":[]}')
    const tab = browser.openTab('a')
    expect(tab.designs().unreadable).toEqual([{ id: 'x', text: '{"version":99,"cells":[]}' }])
    tab.designs().openUnreadable('x')
    expect(tab.text()).toBe('{"version":99,"cells":[]}')
    tab.type('mended: 1\n')
    tab.save()
    expect(browser.entries.get('x')).toBe('{"version":99,"cells":[]}')
    const restore = tab.designs().removeUnreadable('x')
    expect(tab.designs().unreadable).toEqual([])
    restore()
    expect(browser.entries.get('x')).toBe('{"version":99,"cells":[]}')
  })

  it('is opened when it is what was open', () => {
    const browser = createBrowser()
    const { id } = browser.openTab('a').designs().open
    browser.entries.set(id, 'torn {')
    expect(browser.openTab('a').text()).toBe('torn {')
    expect(browser.entries.get(id)).toBe('torn {')
  })

  it('is never written over', () => {
    const browser = createBrowser()
    const tab = browser.openTab('a')
    const { id } = tab.designs().open
    browser.entries.set(id, 'torn {')
    tab.type('mine: 1\n')
    tab.save()
    expect(browser.entries.get(id)).toBe('torn {')
    expect(browser.openTab('a').text()).toBe('mine: 1\n')
  })
})

describe('two tabs', () => {
  it('follow each other while only one of them changes the design', () => {
    const browser = createBrowser()
    const [a, b] = [browser.openTab('a'), browser.openTab('b')]
    a.type('a: 1\n')
    a.save()
    expect(b.text()).toBe('a: 1\n')
    expect(b.designs().divided).toBeNull()
    b.type('b: 1\n')
    b.save()
    expect(a.text()).toBe('b: 1\n')
    a.designs().rename(a.designs().open.id, 'Shop')
    heard()
    expect(b.designs().open.name).toBe('Shop')
    expect(a.names()).toEqual(['Shop'])
    b.undo()
    b.undo()
    expect(b.text()).toBe('first: 1\n')
  })

  it('keep both versions when both change it, and the later one may keep its own', () => {
    const browser = createBrowser()
    const [a, b] = [browser.openTab('a'), browser.openTab('b')]
    b.type('b: 1\n')
    a.type('a: 1\n')
    a.save()
    expect(b.designs().divided).not.toBeNull()
    expect(b.designs().deletedElsewhere).toBe(false)
    expect(b.text()).toBe('b: 1\n')
    expect(browser.openTab('c').names()).toEqual(['Sidecar', 'Sidecar (this tab)'])
    b.designs().keepMine()
    b.type('b: 2\n')
    b.save()
    expect(a.text()).toBe('a: 1\n')
    expect(a.designs().divided).toBeNull()
    expect(a.names()).toEqual(['Sidecar', 'Sidecar (this tab)'])
  })

  it('keep both versions when both change it, and the later one may take the other', () => {
    const browser = createBrowser()
    const [a, b] = [browser.openTab('a'), browser.openTab('b')]
    b.type('b: 1\n')
    a.type('a: 1\n')
    a.save()
    b.designs().takeTheirs()
    heard()
    expect(b.text()).toBe('a: 1\n')
    expect(b.names()).toEqual(['Sidecar'])
    expect(a.names()).toEqual(['Sidecar'])
    b.undo()
    expect(b.text()).toBe('b: 1\n')
    b.save()
    expect(a.text()).toBe('b: 1\n')
  })

  it('are at peace when both made the same change', () => {
    const browser = createBrowser()
    const [a, b] = [browser.openTab('a'), browser.openTab('b')]
    b.type('same: 1\n')
    a.type('same: 1\n')
    a.save()
    b.save()
    expect(b.designs().divided).toBeNull()
    expect(b.names()).toEqual(['Sidecar'])
  })

  it('notice at the latest when they write', () => {
    const browser = createBrowser()
    const [a, b] = [browser.openTab('a'), browser.openTab('b')]
    // An event that never came: the other tab's browser process wrote, this one slept.
    a.type('a: 1\n')
    a.save()
    const { id } = a.designs().open
    const theirs = browser.entries.get(id) ?? ''
    b.type('b: 1\n')
    browser.entries.set(id, theirs.replace(/"stamp":"[^"]*"/, '"stamp":"unseen"'))
    b.save()
    expect(browser.entries.get(id)).toContain('unseen')
    expect(b.designs().divided).not.toBeNull()
  })

  it('keep a design that the other one deleted, and write it again when it changes', () => {
    const browser = createBrowser()
    const a = browser.openTab('a')
    a.designs().create('Shop', 'shop: 1\n')
    const b = browser.openTab('b')
    a.designs().remove(b.designs().open.id)
    heard()
    expect(b.designs().deletedElsewhere).toBe(true)
    expect(b.text()).toBe('shop: 1\n')
    expect(a.names()).toEqual(['Sidecar'])
    b.type('shop: 2\n')
    b.save()
    expect(b.designs().deletedElsewhere).toBe(false)
    expect(a.names()).toEqual(['Shop', 'Sidecar'])
  })

  it('list what the other one made, and forget what it deleted', () => {
    const browser = createBrowser()
    const [a, b] = [browser.openTab('a'), browser.openTab('b')]
    a.designs().create('Shop', 'shop: 1\n')
    heard()
    expect(b.names()).toEqual(['Shop', 'Sidecar'])
    a.designs().remove(a.designs().open.id)
    heard()
    expect(b.names()).toEqual(['Sidecar'])
  })
})
