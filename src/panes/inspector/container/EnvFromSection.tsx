import { FieldLine } from '../../../ui/FieldLine'
import type { ReactNode } from 'react'
import { addEnvFrom, moveEnvFrom, removeEnvFrom, setEnvFromSource } from '../../../core/kubernetes/edits/env'
import { ENV_FROM_SOURCES } from '../../../core/kubernetes/envSources'
import { envName } from '../../../core/kubernetes/names'
import type { Path } from '../../../core/kubernetes/path'
import { field, itemsOf } from '../../../core/kubernetes/shape'
import { CONCEPTS } from '../../../ui/concepts'
import { ListEditor } from '../../../ui/ListEditor'
import { SelectField } from '../../../ui/SelectField'
import { act, change, selectField } from '../change'
import { NameAt } from '../fields/NameAt'
import { YesNoAt } from '../fields/YesNoAt'
import { TextAt } from '../fields/TextAt'
import { Unedited } from '../fields/Unedited'
import { useValue } from '../fields/useValue'
import styles from './container.module.css'

/** Whole sets of variables: every key of a ConfigMap or Secret. */
export function EnvFromSection({ container, podSpec }: { readonly container: Path; readonly podSpec: Path }) {
  const list = [...container, 'envFrom']
  const count = itemsOf(useValue(list)).length
  const row = (index: number): ReactNode => <EnvFromRow path={[...list, index]} podSpec={podSpec} />
  return (
    <ListEditor
      title="Environment from"
      help="Every key of a ConfigMap or Secret as a variable. Of two with one name the lower wins."
      noun="set"
      count={count}
      stacked
      row={row}
      onAdd={() => act(addEnvFrom(container, 'configMapRef'))}
      onRemove={(index) => act(removeEnvFrom([...list, index]))}
      onMove={(from, to) => act(moveEnvFrom([...list, from], to))}
    />
  )
}

const SOURCE_OPTIONS = ENV_FROM_SOURCES.map(({ id, label, help, concept }) => {
  const { Icon, ink } = CONCEPTS[concept]
  return { value: id, label, hint: help, icon: <Icon aria-hidden style={{ color: ink }} /> }
})

function EnvFromRow({ path, podSpec }: { readonly path: Path; readonly podSpec: Path }) {
  const entry = useValue(path)
  const source = ENV_FROM_SOURCES.find(({ id }) => field(entry, id) !== undefined)
  if (source === undefined) return <Unedited path={path} />
  return (
    <div className={styles.variable}>
      <FieldLine columns className={styles.setLine}>
        <SelectField
          compact
          layout="cell"
          label="Kind"
          value={source.id}
          options={SOURCE_OPTIONS}
          onFocus={() => selectField(path)}
          onChange={(next) => {
            const row = ENV_FROM_SOURCES.find(({ id }) => id === next)
            if (row !== undefined) change(setEnvFromSource(path, row.id), path)
          }}
        />
        <NameAt
          layout="cell"
          label="Name"
          path={[...path, source.id, 'name']}
          required
          podSpec={podSpec}
          names={source.names}
          placeholder="app-config"
        />
      </FieldLine>
      <div className={styles.mountDetails}>
        <TextAt
          layout="cell"
          label="Prefix"
          help="Put before each name."
          path={[...path, 'prefix']}
          check={envName}
          placeholder="APP_"
        />
        <YesNoAt
          layout="cell"
          label="Optional"
          help="Start the container even if it is missing."
          path={[...path, source.id, 'optional']}
        />
      </div>
    </div>
  )
}
