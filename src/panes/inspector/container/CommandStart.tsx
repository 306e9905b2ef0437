import type { Ref } from 'react'
import type { Path } from '../../../core/kubernetes/path'
import { setValue } from '../../../core/kubernetes/edits/setValue'
import { Button } from '../../../ui/Button'
import { actAndFocus } from '../change'
import styles from './container.module.css'
import { writeScript } from './writeScript'

/** What {@link CommandStart} takes. */
interface CommandStartProps {
  readonly container: Path
  /** Says in which editor to go on. */
  readonly onBegin: (view: 'list' | 'script') => void
  readonly ref: Ref<HTMLDivElement>
}

/** The ways to begin where a container has no command yet. */
export function CommandStart({ container, onBegin, ref }: CommandStartProps) {
  const beginScript = (): void => {
    onBegin('script')
    writeScript(container, { command: [], args: [] })
  }
  const beginList = (list: 'command' | 'args'): void => {
    onBegin('list')
    actAndFocus(setValue([...container, list], ['']), [...container, list, 0])
  }
  return (
    <div ref={ref} className={styles.buttons}>
      <Button onClick={beginScript}>Write a script</Button>
      <Button onClick={() => beginList('command')}>Set the command</Button>
      <Button onClick={() => beginList('args')}>Set arguments only</Button>
    </div>
  )
}
