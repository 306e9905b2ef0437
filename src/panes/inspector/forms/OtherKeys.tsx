import { isObject } from '../../../core/kubernetes/json'
import type { Path } from '../../../core/kubernetes/path'
import { Section } from '../../../ui/Section'
import { selectField } from '../change'
import { useValue } from '../fields/useValue'
import styles from './forms.module.css'

/** What a mapping says beyond the form: named, kept, each with a way to its lines in the YAML. */
export function OtherKeys({ path, known }: { readonly path: Path; readonly known: readonly string[] }) {
  const value = useValue(path)
  const others = isObject(value) ? Object.keys(value).filter((key) => !known.includes(key)) : []
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
