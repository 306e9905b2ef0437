import { flushSync } from 'react-dom'
import type { Path } from '../../../core/kubernetes/path'
import { focusNow } from '../../../ui/focusNow'
import { pathKey } from '../pathKey'

const CONTROLS = 'input:not(:disabled), textarea, select, [role="combobox"]'

/** Takes a field's path and what brings its control onto the page; does it, and focuses the first control of that field. A list or map without rows gets its first one. */
export function goInto(path: Path, show: () => void): void {
  flushSync(show)
  focusNow(() => enterField(path))
}

/** Takes a field's path; focuses its first control, or presses the button that adds its first row. */
export function enterField(path: Path): void {
  const key = pathKey(path)
  const place = [...document.querySelectorAll<HTMLElement>('[data-at]')].find(
    (element) => element.dataset['at'] === key,
  )
  if (place === undefined) return
  place.scrollIntoView({ block: 'nearest' })
  const control = place.querySelector<HTMLElement>(CONTROLS)
  if (control === null) place.querySelector<HTMLElement>('[data-adds]')?.click()
  else control.focus()
}
