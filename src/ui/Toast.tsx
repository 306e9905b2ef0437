import { Toast as BaseToast } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import styles from './Toast.module.css'

const toastManager = BaseToast.createToastManager()

/** A short message that goes away by itself. */
export interface Notice {
  readonly title: string
  readonly description?: string | undefined
  /** `error` is announced at once and stays longer. */
  readonly tone?: 'info' | 'error'
  /** One thing to do about it, such as Undo. */
  readonly action?: { readonly label: string; readonly run: () => void }
  /** The same id again replaces the notice in place. */
  readonly id?: string
}

/** Shows a notice for some seconds and has screen readers say it. Callable from anywhere, React or not. */
export function notify({ title, description, tone = 'info', action, id }: Notice): void {
  const toastId: string = toastManager.add({
    id,
    title,
    description,
    type: tone,
    priority: tone === 'error' ? 'high' : 'low',
    timeout: tone === 'error' || action !== undefined ? 12_000 : 4000,
    actionProps:
      action === undefined
        ? undefined
        : {
            children: action.label,
            onClick: () => {
              action.run()
              toastManager.close(toastId)
            },
          },
  })
}

/** Put once in the app: where notices appear, as a landmark of that name. */
export function Toasts() {
  return (
    <BaseToast.Provider toastManager={toastManager} limit={3}>
      <BaseToast.Portal>
        <BaseToast.Viewport className={styles.viewport} aria-label="Notices">
          <Stack />
        </BaseToast.Viewport>
      </BaseToast.Portal>
    </BaseToast.Provider>
  )
}

function Stack() {
  const { toasts } = BaseToast.useToastManager()
  return toasts.map((toast) => (
    <BaseToast.Root key={toast.id} toast={toast} className={styles.toast} data-tone={toast.type}>
      <BaseToast.Content className={styles.content}>
        <div className={styles.words}>
          <BaseToast.Title className={styles.title} />
          <BaseToast.Description className={styles.description} />
        </div>
        <BaseToast.Action className={styles.action} />
        <BaseToast.Close className={styles.close} aria-label="Dismiss">
          <X aria-hidden />
        </BaseToast.Close>
      </BaseToast.Content>
    </BaseToast.Root>
  ))
}
