import { useRef, type ReactNode } from 'react'
import { Button, type ButtonProps } from './Button'

/** What a {@link FilePicker} takes. */
export interface FilePickerProps {
  readonly children: ReactNode
  readonly variant?: ButtonProps['variant']
  /** A file was chosen: its name, and what it holds. */
  readonly onPick: (name: string, bytes: Uint8Array) => void
}

/** A button that lets one choose a file of one's own machine. */
export function FilePicker({ children, variant = 'plain', onPick }: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null)
  const pick = async (file: File | undefined): Promise<void> => {
    if (file !== undefined) onPick(file.name, new Uint8Array(await file.arrayBuffer()))
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        onChange={(event) => {
          void pick(event.currentTarget.files?.[0])
          // The same file may be chosen once more.
          event.currentTarget.value = ''
        }}
      />
      <Button variant={variant} onClick={() => input.current?.click()}>
        {children}
      </Button>
    </>
  )
}
