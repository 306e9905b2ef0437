import { create } from 'zustand'
import type { Json } from '../core/kubernetes/json'
import { valueAt, type Path } from '../core/kubernetes/path'
import { useDesigner } from './designer'

/** Whether what the server fills in is shown, and what tells it. */
export interface Lens {
  /** Takes a document; gives it with what the server fills in. null while the lens is off. */
  readonly fill: ((document: Json) => Json) | null
}

/** The defaults lens: a hook with selectors. */
export const useLens = create<Lens>()(() => ({ fill: null }))

/** Switches the lens on or off. What tells the defaults is loaded the first time. */
export async function toggleLens(): Promise<void> {
  if (useLens.getState().fill !== null) return useLens.setState({ fill: null })
  const { filledIn } = await import('../core/rules/defaults/filledIn')
  useLens.setState({ fill: filledIn })
}

/** Takes a path; gives what the server will put there as far as nothing is written, while the lens is on; else undefined. */
export function useFilledIn(path: Path): Json | undefined {
  const fill = useLens((lens) => lens.fill)
  return useDesigner(({ manifest }) => {
    const [index, ...steps] = path
    const document = typeof index === 'number' ? manifest[index] : undefined
    if (fill === null || document === undefined || valueAt(document, steps) !== undefined) return undefined
    return valueAt(fill(document), steps)
  })
}
