import { Boxes, Files } from 'lucide-react'
import { useMemo } from 'react'
import { containersIn } from '../core/kubernetes/containers'
import type { Json } from '../core/kubernetes/json'
import { objectsIn } from '../core/kubernetes/objects'
import type { Path } from '../core/kubernetes/path'
import { volumesIn } from '../core/kubernetes/volumes'
import { workloadsIn } from '../core/kubernetes/workloadKinds'
import { useDesigner } from '../store/designer'
import { designs, useDesigns } from '../store/library'
import { useScreen } from '../store/screen'
import { CONCEPTS, type ConceptId } from '../ui/concepts'
import type { FinderEntry } from '../ui/Finder'
import { Palette } from '../ui/Palette'
import { COMMANDS } from './commands'

/** The palette: every command, every part of the manifest to go to, every other design. */
export function CommandPalette() {
  const open = useScreen(({ dialog }) => dialog === 'palette')
  const closeDialog = useScreen((screen) => screen.closeDialog)
  return open ? <OpenPalette onClose={closeDialog} /> : null
}

function OpenPalette({ onClose }: { readonly onClose: () => void }) {
  const designer = useDesigner()
  const records = useDesigns((state) => state.records)
  const openId = useDesigns((state) => state.open.id)
  const parts = useMemo(() => partsOf(designer.manifest), [designer.manifest])
  const commands = COMMANDS.filter(({ id }) => id !== 'palette').map(
    ({ id, group, label, keys, Icon, concept, enabled, run }): FinderEntry => ({
      id,
      group,
      label,
      keys: keys?.[0],
      Icon,
      ink: concept === undefined ? undefined : CONCEPTS[concept].ink,
      disabled: enabled?.(designer) === false,
      run,
    }),
  )
  const others = records
    .filter(({ id }) => id !== openId)
    .map(({ id, name }): FinderEntry => ({
      id: `design-${id}`,
      group: 'Your designs',
      label: `Open “${name}”`,
      Icon: Files,
      disabled: false,
      run: () => designs.getState().switchTo(id),
    }))
  return <Palette open onClose={onClose} entries={[...commands, ...parts, ...others]} />
}

function partsOf(manifest: readonly Json[]): FinderEntry[] {
  const objects = objectsIn(manifest).map(({ path, kind, name }) => selects(path, `${kind} ${name}`, null))
  const inside = workloadsIn(manifest).flatMap(({ podSpec }) => [
    ...containersIn(manifest, podSpec).map(({ path, name, role }) => selects(path, name, role)),
    ...volumesIn(manifest, podSpec).map(({ path, name }) => selects(path, name, 'volume')),
  ])
  return [...objects, ...inside]
}

function selects(path: Path, name: string, concept: ConceptId | null): FinderEntry {
  const row = concept === null ? null : CONCEPTS[concept]
  return {
    id: `part-${path.join('/')}`,
    group: 'In this manifest',
    label: row === null ? `Select ${name}` : `Select ${row.label.toLowerCase()} ${name}`,
    Icon: row?.Icon ?? Boxes,
    ink: row?.ink,
    disabled: false,
    run: () => {
      useDesigner.getState().select(path)
      useScreen.setState({ front: 'inspector' })
    },
  }
}
