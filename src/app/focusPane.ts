import { PANES, useScreen, type PaneId } from '../store/screen'

const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select, textarea, [role=textbox], [tabindex]:not([tabindex="-1"])'

const EDITOR = '[role=textbox], textarea'

/** Where the focus was last in each pane. */
const visited = new Map<PaneId, WeakRef<Element>>()

/** Takes an element; gives the pane it is in, or null. */
function paneOf(element: Element | null): PaneId | null {
  const id = element?.closest<HTMLElement>('[data-pane]')?.dataset.pane
  return PANES.find((pane) => pane.id === id)?.id ?? null
}

/** Remembers where the focus is in each pane, for {@link focusPane}. Gives the way to stop. */
export function rememberFocus(): () => void {
  const onFocus = ({ target }: FocusEvent): void => {
    const pane = target instanceof Element ? paneOf(target) : null
    if (pane !== null && target instanceof Element) visited.set(pane, new WeakRef(target))
  }
  document.addEventListener('focusin', onFocus)
  return () => document.removeEventListener('focusin', onFocus)
}

/** Takes a pane; brings it to the front and puts the focus where it was in it, else on its first control. */
export function focusPane(pane: PaneId): void {
  useScreen.getState().show(pane)
  requestAnimationFrame(() => {
    const root = document.querySelector<HTMLElement>(`[data-pane=${pane}]`)
    if (root === null) return
    const wanted = [visited.get(pane)?.deref(), pane === 'yaml' ? root.querySelector(EDITOR) : null]
    for (const candidate of [...wanted, ...root.querySelectorAll(FOCUSABLE), root]) {
      if (candidate instanceof HTMLElement && root.contains(candidate)) candidate.focus()
      // What is inert or hidden doesn't take it.
      if (root.contains(document.activeElement)) return
    }
  })
}

/** Takes a direction; moves the focus to the next or previous pane, from outside the panes to the first or last. */
export function focusNextPane(direction: 1 | -1): void {
  const current = paneOf(document.activeElement)
  const index = PANES.findIndex(({ id }) => id === current)
  const next = index === -1 ? (direction === 1 ? 0 : PANES.length - 1) : index + direction
  const pane = PANES[(next + PANES.length) % PANES.length]
  if (pane !== undefined) focusPane(pane.id)
}
