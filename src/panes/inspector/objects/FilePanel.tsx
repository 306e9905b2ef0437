import { ArrowLeft, ArrowRight, EyeOff, X } from 'lucide-react'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { removeFile, setFileBytes } from '../../../core/kubernetes/edits/files'
import { Button } from '../../../ui/Button'
import { FieldLine } from '../../../ui/FieldLine'
import { FilePicker } from '../../../ui/FilePicker'
import { RowButton } from '../../../ui/RowButton'
import { act } from '../change'
import { focusField } from '../focusField'
import { FileContent } from './FileContent'
import { FileKey } from './FileKey'
import { FileListChoice } from './FileListChoice'
import { KeyUses } from './KeyUses'
import styles from './objects.module.css'
import type { ShownFile } from './shownFiles'

/** One file: its key, what can be done with it, what it holds, and who uses it. */
export function FilePanel({
  file,
  isSecret,
  onMove,
}: {
  readonly file: ShownFile
  readonly isSecret: boolean
  readonly onMove: (by: -1 | 1) => void
}) {
  const [isShown, setShown] = useState(false)
  const { path, index, count, content } = file
  const isMasked = isSecret && !isShown && file.value !== '' && content.is !== 'binary'
  const show = (): void => {
    flushSync(() => setShown(true))
    focusField(path)
  }
  return (
    <div
      className={styles.panel}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setShown(false)
      }}
    >
      <FieldLine className={styles.fileLine}>
        <FileKey file={file} />
        {isSecret ? <FileListChoice file={file} /> : null}
        <div className={styles.fileButtons}>
          {isSecret && isShown ? (
            <RowButton label="Hide" onClick={() => setShown(false)}>
              <EyeOff aria-hidden />
            </RowButton>
          ) : null}
          {count > 1 ? (
            <>
              <RowButton label="Move file left (Alt+←)" disabled={index === 0} onClick={() => onMove(-1)}>
                <ArrowLeft aria-hidden />
              </RowButton>
              <RowButton
                label="Move file right (Alt+→)"
                disabled={index === count - 1}
                onClick={() => onMove(1)}
              >
                <ArrowRight aria-hidden />
              </RowButton>
            </>
          ) : null}
          <RowButton label="Remove file" onClick={() => act(removeFile(path))}>
            <X aria-hidden />
          </RowButton>
        </div>
      </FieldLine>
      {content.is === 'binary' ? (
        <div className={styles.masked}>
          <span>{`${content.bytes} bytes, binary`}</span>
          <FilePicker onPick={(_, bytes) => act(setFileBytes(path, bytes))}>Replace by a file…</FilePicker>
        </div>
      ) : isMasked ? (
        <div className={styles.masked}>
          <span aria-hidden className={styles.bullets}>
            ••••••••
          </span>
          <span>Masked</span>
          <Button onClick={show}>Show</Button>
        </div>
      ) : (
        <FileContent file={file} onType={() => setShown(true)} />
      )}
      <KeyUses object={path.slice(0, -2)} file={file.key} />
    </div>
  )
}
