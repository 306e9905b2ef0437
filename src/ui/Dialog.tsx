import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import styles from './Dialog.module.css'
import { focusFirst } from './focusNow'

/** What a {@link Dialog} takes. */
export interface DialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  /** One or two sentences under the title. */
  readonly description?: ReactNode
  readonly children?: ReactNode
  /** Buttons at the bottom, the main one last. */
  readonly actions?: ReactNode
  readonly width?: number
}

/**
 * A modal dialog with title, text, content and buttons. Escape, the cross and a press outside call `onClose`. The
 * focus begins on the element with `data-first-focus`, else on the first control.
 */
export function Dialog({ open, onClose, title, description, children, actions, width = 440 }: DialogProps) {
  const popup = useRef<HTMLDivElement>(null)
  return (
    <BaseDialog.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
    >
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles.backdrop} />
        <BaseDialog.Popup
          ref={popup}
          className={styles.popup}
          style={{ maxWidth: width }}
          initialFocus={() => focusFirst(popup.current)}
        >
          <BaseDialog.Title className={styles.title}>{title}</BaseDialog.Title>
          {description === undefined ? null : (
            <BaseDialog.Description className={styles.description}>{description}</BaseDialog.Description>
          )}
          {children}
          {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
          {/* Last, so that the focus begins where the work is. */}
          <BaseDialog.Close className={styles.close} aria-label="Close">
            <X aria-hidden />
          </BaseDialog.Close>
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  )
}
