import { flushSync } from 'react-dom'
import type { Change } from '../../core/kubernetes/change'
import { formatPath, valueAt, type Path } from '../../core/kubernetes/path'
import { useDesigner } from '../../store/designer'
import { focusNow } from '../../ui/focusNow'
import { focusField } from './focusField'

/** Takes a change and the path of the field that makes it; edits the manifest. The field in a row is one undo step. */
export function change(edit: Change, field: Path): void {
  useDesigner.getState().edit(edit, formatPath(field))
}

/** Takes a change that stands for itself (add, remove, move); edits the manifest as one undo step. */
export function act(edit: Change): void {
  useDesigner.getState().edit(edit)
}

/** Takes a field's path; selects it, or what is there of it: the YAML pane marks that line, the form stays. */
export function selectField(path: Path): void {
  const { manifest, select } = useDesigner.getState()
  let there = path
  while (there.length > 1 && valueAt(manifest, there) === undefined) there = there.slice(0, -1)
  select(there, path)
}

/** Takes a change that adds something and the path of the field to go on with; edits, and focuses that field. */
export function actAndFocus(edit: Change, field: Path): void {
  flushSync(() => act(edit))
  focusNow(() => focusField(field))
}

/** Takes a change that adds a thing and selects it, and the way from there to the field to go on with; edits, and focuses that field. */
export function addAndFocus(edit: Change, field: Path): void {
  flushSync(() => act(edit))
  const { selected } = useDesigner.getState()
  if (selected !== null) focusNow(() => focusField([...selected, ...field]))
}
