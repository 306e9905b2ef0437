import { useDeferredValue, useEffect } from 'react'

let isFirst = true

/**
 * Gives false while the page's first form is put on the screen and true right after, and for every other form at once:
 * what is below the fold would else keep the diagram and the fields above it waiting.
 */
export function useAfterFirstForm(): boolean {
  useEffect(() => {
    isFirst = false
  }, [])
  return useDeferredValue(true, !isFirst)
}
