import { FieldLine } from '../../../ui/FieldLine'
import type { ReactNode } from 'react'
import { setValues } from '../../../core/kubernetes/edits/setValue'
import type { Path } from '../../../core/kubernetes/path'
import { RESOURCES } from '../../../core/kubernetes/resources'
import { itemPath } from '../../../core/kubernetes/values'
import { ListEditor } from '../../../ui/ListEditor'
import { SelectField } from '../../../ui/SelectField'
import { change } from '../change'
import type { AtProps } from './at'
import { BlockField } from './BlockField'
import { ChoiceAt } from './ChoiceAt'
import { FieldPathAt } from './FieldPathAt'
import styles from './fields.module.css'
import { ModeAt } from './ModeAt'
import { NameAt } from './NameAt'
import { DivisorAt } from './QuantityAt'
import { TextAt } from './TextAt'
import { useItems } from './useItems'
import { useValue } from './useValue'

const KINDS = [
  { value: 'fieldRef', label: 'Pod field', hint: 'A fact about the pod: its name, labels, …' },
  { value: 'resourceFieldRef', label: 'Container resource', hint: "A container's request or limit" },
]

/** Which facts about the pod become which files: a list of path, field or resource, and mode. */
export function DownwardItems({ path, podSpec, label, help }: AtProps & { readonly podSpec: Path }) {
  const items = useItems(path, () => ({ path: '', fieldRef: { fieldPath: 'metadata.labels' } }))
  const row = (index: number): ReactNode => <DownwardItem path={[...path, index]} podSpec={podSpec} />
  return (
    <BlockField label={label} help={help}>
      <ListEditor heading="bare" stacked title={label} noun="file" {...items} row={row} />
    </BlockField>
  )
}

function DownwardItem({ path, podSpec }: { readonly path: Path; readonly podSpec: Path }) {
  const resource = useValue([...path, 'resourceFieldRef']) !== undefined
  const toKind = (kind: string): void =>
    change(
      kind === 'fieldRef'
        ? setValues([
            [[...path, 'resourceFieldRef'], undefined],
            [[...path, 'fieldRef'], { fieldPath: 'metadata.labels' }],
          ])
        : setValues([
            [[...path, 'fieldRef'], undefined],
            // A file is written for the whole pod, so the container must be named.
            [[...path, 'resourceFieldRef'], { containerName: '', resource: 'limits.cpu' }],
          ]),
      path,
    )
  return (
    <div className={styles.card} data-labelled>
      <FieldLine className={styles.fileLine}>
        <TextAt
          layout="cell"
          label="File"
          path={[...path, 'path']}
          required
          check={itemPath}
          placeholder="labels"
        />
        <ModeAt layout="cell" label="Mode" path={[...path, 'mode']} />
      </FieldLine>
      <FieldLine className={styles.columns}>
        <SelectField
          layout="cell"
          label="Holds"
          value={resource ? 'resourceFieldRef' : 'fieldRef'}
          options={KINDS}
          onChange={toKind}
        />
        {resource ? (
          <>
            <NameAt
              layout="cell"
              label="Container"
              path={[...path, 'resourceFieldRef', 'containerName']}
              required
              podSpec={podSpec}
              names="container"
            />
            <ChoiceAt
              layout="cell"
              label="Resource"
              path={[...path, 'resourceFieldRef', 'resource']}
              choices={RESOURCES}
            />
            <DivisorAt layout="cell" label="Divisor" path={[...path, 'resourceFieldRef', 'divisor']} />
          </>
        ) : (
          <FieldPathAt layout="cell" label="Field" path={[...path, 'fieldRef', 'fieldPath']} use="volume" />
        )}
      </FieldLine>
    </div>
  )
}
