import type { Change } from '../../../core/kubernetes/change'
import type { Path } from '../../../core/kubernetes/path'
import type { FieldProps } from '../../../ui/FieldFrame'
import { selectField } from '../change'
import { pathKey } from '../pathKey'

/** What every field that is bound to a path takes. */
export interface AtProps extends Pick<FieldProps, 'label' | 'unit' | 'help' | 'layout'> {
  readonly path: Path
  /** Said before anything the field's own checks say. */
  readonly error?: string | null | undefined
}

/** How a field writes; the value itself is set where nothing else is given. */
export type Edit<T> = (value: T) => Change

/** Takes a field's path; gives what its control needs to be found and to select it on focus. */
export function placeProps(path: Path): Required<Pick<FieldProps, 'field' | 'onFocus'>> {
  return { field: pathKey(path), onFocus: () => selectField(path) }
}
