import type { Path } from '../../../core/kubernetes/path'
import { setValue } from '../../../core/kubernetes/edits/setValue'
import { Button } from '../../../ui/Button'
import { actAndFocus } from '../change'
import styles from './container.module.css'
import { writeScript } from './writeScript'

/** The ways to begin where a container has no command yet. */
export function CommandStart({ container }: { readonly container: Path }) {
  const begin = (list: 'command' | 'args'): void =>
    actAndFocus(setValue([...container, list], ['']), [...container, list, 0])
  return (
    <div className={styles.buttons}>
      <Button onClick={() => writeScript(container, { command: [], args: [] })}>Write a script</Button>
      <Button onClick={() => begin('command')}>Set the command</Button>
      <Button onClick={() => begin('args')}>Set arguments only</Button>
    </div>
  )
}
