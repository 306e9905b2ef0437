import { useStore } from 'zustand'
import { STARTERS } from '../core/patterns/starters'
import { useDesigner } from './designer'
import { createDesigns, type Designs } from './designs'
import { browserStorage } from './designStorage'

/** The starter a first visit opens: a pod whose sidecar has something to show. */
const FIRST = STARTERS.find(({ id }) => id === 'seed-2')

/** The designs in this browser's storage. */
export const designs = createDesigns({
  storage: browserStorage(),
  designer: useDesigner,
  first: { name: FIRST?.name ?? 'Untitled', text: FIRST?.text ?? '', starter: FIRST?.id ?? null },
})

/** Takes a selector; gives what it selects of the designs, live. */
export function useDesigns<Selected>(selector: (designs: Designs) => Selected): Selected {
  return useStore(designs, selector)
}
