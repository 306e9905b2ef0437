import type { Fix } from '../core/rules/verdict'
import { useDesigner } from './designer'

/** Mends the design by a fix: one step to undo, which one of words joins with what was typed there just before. Does nothing while the text can't be read. */
export function mend(fix: Fix): void {
  const { source, edit, type } = useDesigner.getState()
  if ('change' in fix) edit(fix.change)
  else if (source.problem === null) type(fix.rewrite(source))
}
