const POPUPS = '[role="menu"], [role="listbox"], [role="dialog"]'
const CONTROLS = 'input:not([aria-hidden="true"]), textarea, button'

/**
 * Takes what puts the focus somewhere; does it at once, so that the next key goes there however soon it comes. Where a
 * popup has the focus, which it gives back when it closes, it is done after that.
 */
export function focusNow(focus: () => void): void {
  if (document.activeElement?.closest(POPUPS)) requestAnimationFrame(focus)
  else focus()
}

/**
 * Takes a popup that has just opened; focuses what has `data-first-focus`, else its first control, a text selected. The
 * kit would wait for the next frame, and what is typed until then would go to what had the focus before. Gives whether
 * the kit still has to do it: what its `initialFocus` asks for.
 */
export function focusFirst(popup: HTMLElement | null): boolean {
  const first =
    popup?.querySelector<HTMLElement>('[data-first-focus]') ?? popup?.querySelector<HTMLElement>(CONTROLS)
  first?.focus({ preventScroll: true })
  if (first instanceof HTMLInputElement) first.select()
  return document.activeElement !== first
}
