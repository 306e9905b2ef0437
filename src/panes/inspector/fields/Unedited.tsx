import type { Path } from '../../../core/kubernetes/path'
import { locate } from '../../../core/yaml/locate'
import { useDesigner } from '../../../store/designer'
import { Button } from '../../../ui/Button'
import { selectField } from '../change'
import styles from './fields.module.css'

/** Something the inspector has no form for: shown as its YAML, kept as it is, with a way to its lines. */
export function Unedited({ path }: { readonly path: Path }) {
  const yaml = useDesigner((designer) => {
    const range = locate(designer.readable, path)
    return range === null ? '' : designer.readable.text.slice(range.start, range.end)
  })
  return (
    <div className={styles.stack}>
      <p className={styles.note}>
        There is no form for this part. It stays exactly as it is; change it in the YAML.
      </p>
      {yaml === '' ? null : <pre className={styles.yaml}>{outdented(yaml)}</pre>}
      <div>
        <Button onClick={() => selectField(path)}>Show in YAML</Button>
      </div>
    </div>
  )
}

/** The first line begins at its key; the others are moved as far left as it. */
function outdented(yaml: string): string {
  const [first = '', ...rest] = yaml.split('\n')
  const indents = rest
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length)
  const indent = indents.length === 0 ? 0 : Math.max(0, Math.min(...indents) - 2)
  return [first, ...rest.map((line) => line.slice(indent))].join('\n')
}
