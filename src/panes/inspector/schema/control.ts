import type { ReactNode } from 'react'
import type { Path } from '../../../core/kubernetes/path'
import type { Field } from '../../../core/kubernetes/schema/field'
import type { FieldProps } from '../../../ui/FieldFrame'

/** What the control of a schema's field takes. */
export interface ControlProps {
  readonly field: Field
  /** Where its value is, or would be. */
  readonly path: Path
  readonly label: string
  readonly help: string | undefined
  readonly layout: FieldProps['layout']
  /** What has parts is a section of the form, or a part inside one. */
  readonly heading: 'section' | 'part'
  /** Renders the fields of a mapping of that type at that path. */
  readonly fields: (type: string, path: Path) => ReactNode
}
