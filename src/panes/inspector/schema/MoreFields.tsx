import { Ellipsis } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { Path } from '../../../core/kubernetes/path'
import { fieldsOf } from '../../../core/kubernetes/schema/schema'
import { RowButton } from '../../../ui/RowButton'
import { AllFields } from './AllFields'
import { addField, FieldAt } from './ObjectFields'
import styles from './schema.module.css'
import { useKeys } from './useKeys'

/** What a row shows of the fields that it has no control of its own for. */
export interface MoreFields {
  /** Stands in the row: the list of those that are not set. Null where there are none. */
  readonly button: ReactNode
  /** Stands below the row: those that are set. Null where there are none. */
  readonly fields: ReactNode
}

/** Takes a mapping's type and path, the fields its row has controls for, and what the row is called; gives the others. */
export function useMoreFields(type: string, path: Path, own: readonly string[], title: string): MoreFields {
  const keys = useKeys(path)
  const [asked, setAsked] = useState<readonly string[]>([])
  const others = fieldsOf(type).filter(({ name }) => !own.includes(name))
  const shown = others.filter(({ name }) => keys.includes(name) || asked.includes(name))
  const offered = others.filter((field) => !shown.includes(field))
  const offers = offered.map((field) => ({
    field,
    group: '',
    onAdd: () => addField(field, path, () => setAsked([...asked, field.name])),
  }))
  return {
    button:
      offers.length === 0 ? null : (
        <AllFields
          label={`More fields of ${title}`}
          offers={offers}
          trigger={
            <RowButton label={`More fields of ${title}`}>
              <Ellipsis aria-hidden />
            </RowButton>
          }
        />
      ),
    fields:
      shown.length === 0 ? null : (
        <div className={styles.rowFields}>
          {shown.map((field) => (
            <FieldAt key={field.name} field={field} path={[...path, field.name]} layout="cell" />
          ))}
        </div>
      ),
  }
}
