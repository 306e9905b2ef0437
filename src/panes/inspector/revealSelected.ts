import type { Path } from '../../core/kubernetes/path'
import { useDesigner } from '../../store/designer'
import { pathKey } from './pathKey'

const PULSE_MILLISECONDS = 900

/**
 * Takes the element that scrolls the form; brings the control of what is selected elsewhere (a line of the YAML, a
 * problem, a card) into view, and lights it up for a moment. Gives what ends that.
 */
export function revealSelected(form: HTMLElement): () => void {
  return useDesigner.subscribe(({ selected }, before) => {
    if (selected === before.selected || selected === null || form.contains(document.activeElement)) return
    // Another thing has another form, which is there only after this.
    requestAnimationFrame(() => {
      const place = placeOf(form, selected)
      if (place === null) return
      place.scrollIntoView({ block: 'nearest' })
      if (!matchMedia('(prefers-reduced-motion: reduce)').matches)
        place.animate([{ backgroundColor: 'var(--glow)' }, {}], PULSE_MILLISECONDS)
    })
  })
}

/** The control of a path, else the part of the form that it belongs to; null where the form is about the thing itself. */
function placeOf(form: HTMLElement, path: Path): HTMLElement | null {
  const key = pathKey(path)
  const places = [...form.querySelectorAll<HTMLElement>('[data-field], [data-at]')]
  const control = places.find(({ dataset }) => dataset['field'] === key)
  if (control !== undefined) return control
  return (
    places
      .filter(({ dataset }) => dataset['at'] !== undefined && `${key}/`.startsWith(`${dataset['at']}/`))
      .toSorted((a, b) => (b.dataset['at'] ?? '').length - (a.dataset['at'] ?? '').length)[0] ?? null
  )
}
