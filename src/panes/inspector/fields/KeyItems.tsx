import { FieldLine } from '../../../ui/FieldLine'
import type { ReactNode } from 'react'
import type { Path } from '../../../core/kubernetes/path'
import { configKey } from '../../../core/kubernetes/names'
import { itemPath } from '../../../core/kubernetes/values'
import { ListEditor } from '../../../ui/ListEditor'
import type { AtProps } from './at'
import { BlockField } from './BlockField'
import styles from './fields.module.css'
import { ModeAt } from './ModeAt'
import { KeyAt } from './NameAt'
import { TextAt } from './TextAt'
import { useItems } from './useItems'

/** Which keys of a ConfigMap or Secret become which files: a list of key, path and mode. */
export function KeyItems({
  path,
  object,
  names,
  label,
  help,
}: AtProps & { readonly object: Path; readonly names: 'ConfigMap' | 'Secret' }) {
  const items = useItems(path, () => ({ key: '', path: '' }))
  const row = (index: number): ReactNode => (
    <FieldLine columns className={styles.keyItem}>
      <KeyAt
        layout="cell"
        label="Key"
        path={[...path, index, 'key']}
        required
        check={configKey}
        object={object}
        names={names}
      />
      <TextAt layout="cell" label="File" path={[...path, index, 'path']} required check={itemPath} />
      <ModeAt layout="cell" label="Mode" path={[...path, index, 'mode']} />
    </FieldLine>
  )
  return (
    <BlockField label={label} help={help}>
      <ListEditor heading="bare" title={label} noun="item" {...items} row={row} />
    </BlockField>
  )
}
