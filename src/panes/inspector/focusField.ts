import type { Path } from '../../core/kubernetes/path'
import { pathKey } from './pathKey'

/** Takes a field's path; focuses its control if it is on the page, with its text selected. */
export function focusField(path: Path): void {
  const key = pathKey(path)
  const control = [...document.querySelectorAll<HTMLElement>('[data-field]')].find(
    (element) => element.dataset.field === key,
  )
  control?.focus()
  if (control instanceof HTMLInputElement) control.select()
}
