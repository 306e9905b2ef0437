import { flushSync } from 'react-dom'
import { PANES, useScreen, type PaneId } from '../store/screen'
import { focusNow } from '../ui/focusNow'

const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select, textarea, [role=textbox], [tabindex]:not([tabindex="-1"])'

const EDITOR = '[role=textbox], textarea'

/** What F6 goes round: the panes, and what stands below them while it is open. */
type RegionId = PaneId | 'drawer'

/** Where each region is in the page, and what in it has the focus first. */
const ROOTS: Readonly<Record<RegionId, { readonly root: string; readonly first: string }>> = {
  inspector: { root: '[data-pane=inspector]', first: FOCUSABLE },
  canvas: { root: '[data-pane=canvas]', first: FOCUSABLE },
  yaml: { root: '[data-pane=yaml]', first: EDITOR },
  drawer: {
    root: '[data-drawer]',
    first: ['[data-takes-control] textarea', '[role=tabpanel] button:not(:disabled)'].join(', '),
  },
}

/** Where the focus was last in each region; what stands in the drawer is another thing with each tab. */
const visited = new Map<string, WeakRef<Element>>()

function regions(): readonly RegionId[] {
  const panes = PANES.map(({ id }) => id)
  return useScreen.getState().drawer === null ? panes : [...panes, 'drawer']
}

/** Takes an element; gives the region it is in, or null. */
function regionOf(element: Element | null): RegionId | null {
  return regions().find((region) => element?.closest(ROOTS[region].root) !== null) ?? null
}

function visitKey(region: RegionId): string {
  return region === 'drawer' ? `drawer ${useScreen.getState().drawer ?? ''}` : region
}

/** Remembers where the focus is in each region, for {@link focusNextPane}. Gives the way to stop. */
export function rememberFocus(): () => void {
  const onFocus = ({ target }: FocusEvent): void => {
    const region = target instanceof Element ? regionOf(target) : null
    if (region !== null && target instanceof Element) visited.set(visitKey(region), new WeakRef(target))
  }
  document.addEventListener('focusin', onFocus)
  return () => document.removeEventListener('focusin', onFocus)
}

/** Takes a pane; brings it to the front and puts the focus where it was in it, else on its first control. */
export function focusPane(pane: PaneId): void {
  focusRegion(pane)
}

function focusRegion(region: RegionId): void {
  if (region !== 'drawer') flushSync(() => useScreen.getState().show(region))
  focusNow(() => {
    const { root: selector, first } = ROOTS[region]
    const root = document.querySelector<HTMLElement>(selector)
    if (root === null) return
    const last = visited.get(visitKey(region))?.deref()
    for (const candidate of [
      last,
      ...root.querySelectorAll(first),
      ...root.querySelectorAll(FOCUSABLE),
      root,
    ]) {
      if (candidate instanceof HTMLElement && root.contains(candidate)) candidate.focus()
      // What is inert or hidden doesn't take it.
      if (root.contains(document.activeElement)) return
    }
  })
}

/** Takes a direction; moves the focus to the next or previous pane, or what stands below them, from outside to the first or last. */
export function focusNextPane(direction: 1 | -1): void {
  const all = regions()
  const current = regionOf(document.activeElement)
  const index = current === null ? (direction === 1 ? -1 : 0) : all.indexOf(current)
  const region = all[(index + direction + all.length) % all.length]
  if (region !== undefined) focusRegion(region)
}
