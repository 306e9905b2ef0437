import { useEffect, useState } from 'react'
import styles from './DropZone.module.css'
import { isTypedInto } from './keys'
import { openFiles, openPasted } from './openText'

/** Opens files dropped anywhere, and manifests pasted outside of fields, each as a new design. */
export function DropZone() {
  const [isOver, setIsOver] = useState(false)

  useEffect(() => {
    const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true
    const over = (event: DragEvent): void => {
      if (!holdsFiles(event)) return
      // Before the editor or the diagram take the file for themselves.
      event.preventDefault()
      event.stopPropagation()
      setIsOver(true)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false)
    }
    const drop = (event: DragEvent): void => {
      setIsOver(false)
      if (!holdsFiles(event)) return
      event.preventDefault()
      event.stopPropagation()
      void openFiles(event.dataTransfer?.files ?? [])
    }
    const paste = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (event.defaultPrevented || isTypedInto(event.target) || text.trim() === '') return
      event.preventDefault()
      openPasted(text)
    }
    const early = { capture: true }
    window.addEventListener('dragenter', over, early)
    window.addEventListener('dragover', over, early)
    window.addEventListener('dragleave', leave, early)
    window.addEventListener('drop', drop, early)
    document.addEventListener('paste', paste)
    return () => {
      window.removeEventListener('dragenter', over, early)
      window.removeEventListener('dragover', over, early)
      window.removeEventListener('dragleave', leave, early)
      window.removeEventListener('drop', drop, early)
      document.removeEventListener('paste', paste)
    }
  }, [])

  return isOver ? <output className={styles.zone}>Drop the file to open it as a new design</output> : null
}
