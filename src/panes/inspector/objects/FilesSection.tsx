import { Binary } from 'lucide-react'
import { useId, useState } from 'react'
import { addFile } from '../../../core/kubernetes/edits/files'
import { filesKindOf, type FilesKind } from '../../../core/kubernetes/files'
import { configKey } from '../../../core/kubernetes/names'
import { isWithin, type Path } from '../../../core/kubernetes/path'
import { useDesigner } from '../../../store/designer'
import { AddButton } from '../../../ui/AddButton'
import { FilePicker } from '../../../ui/FilePicker'
import { Section } from '../../../ui/Section'
import { TabBar } from '../../../ui/TabBar'
import { act, addAndFocus, selectField } from '../change'
import { useManifest } from '../useManifest'
import { FilePanel } from './FilePanel'
import { KEY_FIELD } from './FileKey'
import styles from './objects.module.css'
import { moveFile, useShownFiles, type ShownFile } from './shownFiles'

const HELP: Readonly<Record<FilesKind, string>> = {
  ConfigMap: 'Each key is a file where it is mounted, or a variable.',
  Secret: 'Each key is a file where it is mounted, or a variable. Values are masked until you ask.',
}

/** The files of a ConfigMap or a Secret: a tab each, and an editor under them. */
export function FilesSection({ path }: { readonly path: Path }) {
  const panel = useId()
  const kind = filesKindOf(useManifest(), path)
  const files = useShownFiles(path)
  const [place, choose] = usePlace(files)
  const file = files[place]
  if (kind === null) return null
  return (
    <Section
      title="Files"
      help={files.length === 0 ? `No files yet. ${HELP[kind]}` : HELP[kind]}
      action={
        <span className={styles.actions}>
          <FilePicker variant="quiet" onPick={(name, bytes) => act(addFile(path, name, bytes))}>
            From a file…
          </FilePicker>
          <AddButton data-adds onClick={() => addAndFocus(addFile(path), [KEY_FIELD])}>
            Add file
          </AddButton>
        </span>
      }
    >
      {files.length === 0 ? null : (
        <TabBar
          label="Files"
          panel={panel}
          chosen={String(place)}
          tabs={files.map((each, index) => ({
            id: String(index),
            label: each.name,
            wrong: each.content.is === 'invalid' || configKey(each.key) !== null,
            icon: each.content.is === 'binary' ? <Binary aria-hidden /> : null,
          }))}
          onChoose={(id) => choose(Number(id))}
          onMove={(id, by) => {
            const moved = files[Number(id)]
            if (moved !== undefined) moveFile(files, moved, by)
          }}
        />
      )}
      {file === undefined ? null : (
        <div id={panel} role="tabpanel" aria-label={`File ${file.name}`}>
          {/* Another place is another panel: a value that was shown is masked again. */}
          <FilePanel
            key={`${file.list.field} ${file.index}`}
            file={file}
            isSecret={kind === 'Secret'}
            onMove={(by) => moveFile(files, file, by)}
          />
        </div>
      )}
    </Section>
  )
}

/** Which file is shown: the one that is selected, in whatever pane; else the one that was. */
function usePlace(files: readonly ShownFile[]): readonly [number, (place: number) => void] {
  const selected = useDesigner((designer) => designer.selected)
  const [last, setLast] = useState(0)
  const chosen = files.findIndex(({ path }) => selected !== null && isWithin(selected, path))
  if (chosen !== -1 && chosen !== last) setLast(chosen)
  const place = chosen === -1 ? Math.min(last, Math.max(0, files.length - 1)) : chosen
  return [
    place,
    (next) => {
      setLast(next)
      const file = files[next]
      if (file !== undefined) selectField(file.path)
    },
  ]
}
