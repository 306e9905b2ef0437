import { FieldLine } from '../../../ui/FieldLine'
import type { ReactNode } from 'react'
import { addEnv, moveEnv, removeEnv, renameEnv, setEnvSource } from '../../../core/kubernetes/edits/env'
import { envVarAt, type EnvVar } from '../../../core/kubernetes/env'
import { ENV_SOURCES } from '../../../core/kubernetes/envSources'
import { envName } from '../../../core/kubernetes/names'
import { valueAt, type Path } from '../../../core/kubernetes/path'
import { fieldOf } from '../../../core/kubernetes/schema/schema'
import { field, itemsOf } from '../../../core/kubernetes/shape'
import { useDesigner } from '../../../store/designer'
import { CONCEPTS } from '../../../ui/concepts'
import { ListEditor } from '../../../ui/ListEditor'
import { SelectField } from '../../../ui/SelectField'
import { act, change, selectField } from '../change'
import { SourceFieldAt } from '../fields/SourceFieldAt'
import { TextAt } from '../fields/TextAt'
import { Unedited } from '../fields/Unedited'
import { useValue } from '../fields/useValue'
import { useMoreFields } from '../schema/MoreFields'
import styles from './container.module.css'

/** The environment variables of a container, in order: `$(NAME)` sees those above it. */
export function EnvSection({ container, podSpec }: { readonly container: Path; readonly podSpec: Path }) {
  const list = [...container, 'env']
  const count = itemsOf(useValue(list)).length
  const row = (index: number): ReactNode => <EnvRow path={[...list, index]} podSpec={podSpec} />
  return (
    <ListEditor
      title="Environment"
      help="Variables, in order: $(NAME) puts in one from above."
      noun="variable"
      count={count}
      stacked
      row={row}
      onAdd={() => act(addEnv(container))}
      onRemove={(index) => act(removeEnv([...list, index]))}
      onMove={(from, to) => act(moveEnv([...list, from], to))}
    />
  )
}

const SOURCE_OPTIONS = ENV_SOURCES.map(({ id, label, help, concept }) => {
  const { Icon, ink } = CONCEPTS[concept]
  return { value: id, label, hint: help, icon: <Icon aria-hidden style={{ color: ink }} /> }
})

function EnvRow({ path, podSpec }: { readonly path: Path; readonly podSpec: Path }) {
  const entry = useValue(path)
  const variable = entry === undefined ? null : variableNow(path)
  const hidden = useDesigner((designer) => {
    const later = itemsOf(valueAt(designer.manifest, path.slice(0, -1))).slice(Number(path.at(-1)) + 1)
    const name = field(valueAt(designer.manifest, path), 'name')
    return typeof name === 'string' && name !== '' && later.some((other) => field(other, 'name') === name)
  })
  const fields = variable?.source?.fields ?? []
  const type = fieldOf('EnvVarSource', variable?.sourceId ?? '')?.type
  const more = useMoreFields(
    type?.is === 'object' ? type.type : '',
    variable?.valuePath ?? path,
    fields.map((each) => String(each.path[0])),
    `variable ${Number(path.at(-1)) + 1}`,
  )
  if (variable === null) return <Unedited path={path} />
  const { source, sourceId, valuePath: base } = variable
  const beside = sourceId === 'literal' ? undefined : field(entry, 'value')
  const [only] = fields.length === 1 ? fields : []
  return (
    <div className={styles.variable}>
      <FieldLine columns className={styles.variableLine}>
        <TextAt
          layout="cell"
          label="Name"
          path={[...path, 'name']}
          required
          check={envName}
          write={(name) => renameEnv(path, name)}
          error={hidden ? 'A variable below has the same name and wins.' : null}
        />
        <SelectField
          compact
          layout="cell"
          label="Source"
          value={sourceId}
          options={SOURCE_OPTIONS}
          onFocus={() => selectField(path)}
          onChange={(next) => {
            const row = ENV_SOURCES.find(({ id }) => id === next)
            if (row !== undefined) change(setEnvSource(path, row.id), path)
          }}
        />
        {only === undefined ? (
          <span className={styles.sourceName}>{source?.label ?? sourceId}</span>
        ) : (
          <div className={styles.onlyField}>
            <SourceFieldAt field={only} siblings={fields} base={base} podSpec={podSpec} layout="cell" />
            {more.button}
          </div>
        )}
      </FieldLine>
      {source === null ? <Unedited path={base} /> : null}
      {fields.length > 1 ? (
        <div className={styles.details}>
          {fields.map((each) => (
            <SourceFieldAt
              key={each.path.join('.')}
              field={each}
              siblings={fields}
              base={base}
              podSpec={podSpec}
              layout="cell"
            />
          ))}
        </div>
      ) : null}
      {more.fields}
      {beside === undefined ? null : (
        <TextAt
          label="Value"
          path={[...path, 'value']}
          error={
            beside === '' ? null : 'Only one of value, valueFrom may be there: empty this, or choose Text.'
          }
        />
      )}
    </div>
  )
}

/** Reads the variable that a row has just rendered anew for. */
function variableNow(path: Path): EnvVar | null {
  return envVarAt(useDesigner.getState().manifest, path)
}
