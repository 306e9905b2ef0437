import { isObject } from '../../../core/kubernetes/json'
import { valueAt, type Path } from '../../../core/kubernetes/path'
import { Section } from '../../../ui/Section'
import { selectField } from '../change'
import { useDesigner } from '../../../store/designer'
import styles from './forms.module.css'

/** No key of a manifest has it. */
const BETWEEN = '\u0000'

/** What a mapping says beyond the form: named, kept, each with a way to its lines in the YAML. */
export function OtherKeys({ path, known }: { readonly path: Path; readonly known: readonly string[] }) {
  // As one text, which is the same as long as the keys are.
  const keys = useDesigner(({ manifest }) => {
    const value = valueAt(manifest, path)
    return isObject(value) ? Object.keys(value).join(BETWEEN) : ''
  })
  const others = keys.split(BETWEEN).filter((key) => key !== '' && !known.includes(key))
  if (others.length === 0) return null
  return (
    <Section title="More in the YAML" help="Kept as it is; edited as YAML. Choose one to see its lines.">
      <div className={styles.chips}>
        {others.map((key) => (
          <button key={key} type="button" className={styles.chip} onClick={() => selectField([...path, key])}>
            {key}
          </button>
        ))}
      </div>
    </Section>
  )
}
