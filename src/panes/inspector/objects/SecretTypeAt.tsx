import { setValue } from '../../../core/kubernetes/edits/setValue'
import { addFile } from '../../../core/kubernetes/edits/files'
import { filesIn } from '../../../core/kubernetes/files'
import { missingKeys, SECRET_TYPES } from '../../../core/kubernetes/secretTypes'
import { AddButton } from '../../../ui/AddButton'
import { act } from '../change'
import { TextAt } from '../fields/TextAt'
import { asText, useValue } from '../fields/useValue'
import type { ControlProps } from '../schema/control'
import { useManifest } from '../useManifest'
import styles from './objects.module.css'

const SUGGESTIONS = SECRET_TYPES.map(({ type, help }) => ({ value: type, hint: help }))

/** A Secret's type, with buttons for the keys that it asks for. */
export function SecretTypeAt({ path, label, help, layout }: ControlProps) {
  const type = asText(useValue(path))
  const object = path.slice(0, -1)
  const missing = missingKeys(
    type,
    filesIn(useManifest(), object).map(({ key }) => key),
  )
  const isAny = SECRET_TYPES.find((row) => row.type === type)?.anyOf === true
  return (
    <div className={styles.stack}>
      <TextAt
        label={label}
        help={help ?? SECRET_TYPES.find((row) => row.type === (type === '' ? 'Opaque' : type))?.help}
        layout={layout}
        path={path}
        placeholder="Opaque"
        suggestions={SUGGESTIONS}
        write={(next) => setValue(path, next)}
      />
      {missing.length === 0 ? null : (
        <div className={styles.adds}>
          <span className={styles.note}>{isAny ? 'It needs one of these:' : 'It needs:'}</span>
          {missing.map((key) => (
            <AddButton key={key} onClick={() => act(addFile(object, key))}>
              {key}
            </AddButton>
          ))}
        </div>
      )}
    </div>
  )
}
