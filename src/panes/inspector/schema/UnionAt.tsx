import type { ReactNode } from 'react'
import type { Path } from '../../../core/kubernetes/path'
import type { Field } from '../../../core/kubernetes/schema/field'
import { fieldOf } from '../../../core/kubernetes/schema/schema'
import { switchMember, type Union } from '../../../core/kubernetes/unions'
import { helpOf } from '../../../core/words/fieldHelp'
import { labelOf } from '../../../core/words/fieldLabels'
import { SelectField } from '../../../ui/SelectField'
import { change, selectField } from '../change'
import { pathKey } from '../pathKey'
import styles from './schema.module.css'

/** Which one of several fields a mapping has, and that one. Choosing another takes along what fits. */
export function UnionAt({
  union,
  path,
  keys,
  fields,
  scalar,
}: {
  readonly union: Union
  readonly path: Path
  readonly keys: readonly string[]
  readonly fields: (type: string, path: Path) => ReactNode
  readonly scalar: (field: Field, path: Path) => ReactNode
}) {
  const chosen = union.members.filter((name) => keys.includes(name))
  const [member = ''] = chosen
  const options = union.members.flatMap((name) => {
    const field = fieldOf(union.type, name)
    return field === null ? [] : [{ value: name, label: labelOf(field), hint: helpOf(field) ?? undefined }]
  })
  return (
    <div className={styles.fields} data-wide>
      <SelectField
        layout="cell"
        label={union.label}
        value={member}
        field={pathKey([...path, union.label])}
        error={chosen.length > 1 ? `Only one of ${chosen.join(', ')} may be there.` : null}
        options={union.required ? options : [{ value: '', label: 'None' }, ...options]}
        onFocus={() => selectField(member === '' ? path : [...path, member])}
        onChange={(next) => change(switchMember(path, union, next === '' ? null : next), path)}
      />
      {chosen.map((name) => {
        const field = fieldOf(union.type, name)
        if (field === null) return null
        const at = [...path, name]
        return field.type.is === 'object' ? (
          <fieldset key={name} className={styles.member} aria-label={labelOf(field)}>
            {fields(field.type.type, at)}
          </fieldset>
        ) : (
          <div key={name}>{scalar(field, at)}</div>
        )
      })}
    </div>
  )
}
