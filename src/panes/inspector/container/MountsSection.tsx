import { FieldLine } from '../../../ui/FieldLine'
import { Table2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Change } from '../../../core/kubernetes/change'
import { addVolume, mount, unmount } from '../../../core/kubernetes/edits/volumes'
import { isObject } from '../../../core/kubernetes/json'
import { valueAt, type Path } from '../../../core/kubernetes/path'
import { field, itemsOf, textOf } from '../../../core/kubernetes/shape'
import { relativePath } from '../../../core/kubernetes/values'
import { VOLUME_SOURCES, type VolumeConcept } from '../../../core/kubernetes/volumeSources'
import { claimTemplateNames, sourceKeyOf } from '../../../core/kubernetes/volumes'
import { useDesigner } from '../../../store/designer'
import { AddButton } from '../../../ui/AddButton'
import { CONCEPTS } from '../../../ui/concepts'
import { ListEditor } from '../../../ui/ListEditor'
import { Menu, type MenuEntry } from '../../../ui/Menu'
import { RowButton } from '../../../ui/RowButton'
import { SelectField } from '../../../ui/SelectField'
import { setValue } from '../../../core/kubernetes/edits/setValue'
import { act, actAndFocus, change } from '../change'
import { placeProps } from '../fields/at'
import { TextAt } from '../fields/TextAt'
import { YesNoAt } from '../fields/YesNoAt'
import { asText, useValue } from '../fields/useValue'
import { useMoreFields } from '../schema/MoreFields'
import styles from './container.module.css'

const OWN = ['name', 'mountPath', 'subPath', 'readOnly']

/** What a container sees of the pod's volumes. */
export function MountsSection({ container, podSpec }: { readonly container: Path; readonly podSpec: Path }) {
  const list = [...container, 'volumeMounts']
  const count = itemsOf(useValue(list)).length
  const volumes = useVolumeOptions(podSpec)
  const row = (index: number): ReactNode => <MountRow path={[...list, index]} volumes={volumes} />
  const focusPath = [...list, count, 'mountPath']
  const entries: MenuEntry[] = [
    ...volumes.map((volume) => ({
      id: volume.value,
      label: volume.label,
      hint: volume.hint,
      icon: volume.icon,
      run: () => actAndFocus(mount(container, volume.value, ''), focusPath),
    })),
    ...(volumes.length === 0 ? [] : [{ kind: 'separator', id: 'new' } as const]),
    {
      id: 'new emptyDir',
      label: 'New empty directory',
      hint: 'A volume of its own, mounted here',
      icon: <CONCEPTS.volume.Icon aria-hidden />,
      run: () => actAndFocus(mountNew(container, podSpec), focusPath),
    },
  ]
  return (
    <ListEditor
      title="Mounts"
      help="Which volumes it sees, and where in its file system."
      noun="mount"
      count={count}
      stacked
      row={row}
      onRemove={(index) => act(unmount([...list, index]))}
      action={
        <span className={styles.buttons}>
          <RowButton label="All mounts of the pod" onClick={() => useDesigner.getState().select(podSpec)}>
            <Table2 aria-hidden />
          </RowButton>
          <Menu align="end" trigger={<AddButton>Add mount</AddButton>} entries={entries} />
        </span>
      }
    />
  )
}

/** Adds an empty directory to the pod and mounts it, as one edit. */
function mountNew(container: Path, podSpec: Path): Change {
  return (documents) => {
    const volume = addVolume(podSpec)(documents)
    if (volume === undefined) return undefined
    return mount(container, textOf(field(valueAt(documents, volume), 'name')), '')(documents)
  }
}

function MountRow({ path, volumes }: { readonly path: Path; readonly volumes: readonly VolumeOption[] }) {
  const name = asText(useValue([...path, 'name']))
  const known = volumes.some((volume) => volume.value === name)
  const more = useMoreFields('VolumeMount', path, OWN, `mount ${Number(path.at(-1)) + 1}`)
  const namePath = [...path, 'name']
  return (
    <div className={styles.mount}>
      <FieldLine columns className={styles.mountLine}>
        <SelectField
          layout="cell"
          label="Volume"
          value={name}
          options={volumes}
          error={known ? null : name === '' ? 'Required value' : 'The pod has no volume of this name.'}
          {...placeProps(namePath)}
          onChange={(next) => change(setValue(namePath, next), namePath)}
        />
        <TextAt layout="cell" label="Path" path={[...path, 'mountPath']} required placeholder="/data" />
      </FieldLine>
      <div className={styles.mountDetails}>
        <TextAt
          layout="cell"
          label="Sub path"
          help="A file or directory inside the volume, instead of its root."
          path={[...path, 'subPath']}
          check={relativePath}
          placeholder="whole volume"
        />
        <YesNoAt layout="cell" label="Read only" path={[...path, 'readOnly']} />
        <span data-mark>{more.button}</span>
      </div>
      {more.fields}
    </div>
  )
}

interface VolumeOption {
  readonly value: string
  readonly label: string
  readonly hint: string
  readonly icon: ReactNode
}

function useVolumeOptions(podSpec: Path): readonly VolumeOption[] {
  const volumes = itemsOf(useValue([...podSpec, 'volumes']))
  const claims = useDesigner(({ manifest }) => claimTemplateNames(manifest, podSpec).join(' '))
  return [
    ...volumes.flatMap((volume) => {
      const name = textOf(field(volume, 'name'))
      if (name === '' || !isObject(volume)) return []
      const id = sourceKeyOf(volume)
      const source = VOLUME_SOURCES.find((row) => row.id === id)
      return [optionOf(name, source?.concept ?? 'volume', source?.label ?? id)]
    }),
    ...claims
      .split(' ')
      .flatMap((name) => (name === '' ? [] : [optionOf(name, 'claim', 'A claim for each pod')])),
  ]
}

function optionOf(name: string, concept: VolumeConcept, hint: string): VolumeOption {
  const { Icon, ink } = CONCEPTS[concept]
  return { value: name, label: name, hint, icon: <Icon aria-hidden style={{ color: ink }} /> }
}
