import { setValue } from '../../../core/kubernetes/edits/setValue'
import type { Path } from '../../../core/kubernetes/path'
import type { Script } from '../../../core/kubernetes/script'
import { Button } from '../../../ui/Button'
import { TextAreaField } from '../../../ui/TextAreaField'
import { change } from '../change'
import { placeProps } from '../fields/at'
import styles from './container.module.css'
import { withoutShell } from './writeScript'

/** The text a shell runs, with all its lines. */
export function ScriptEditor({ container, script }: { readonly container: Path; readonly script: Script }) {
  const path = [...container, script.list, script.index]
  const simplify = withoutShell(container, script)
  return (
    <div className={styles.shell}>
      <TextAreaField
        mono
        wrap
        layout="cell"
        label={`Script for ${script.shell.join(' ')}`}
        value={script.text}
        error={script.text === '' ? 'Nothing to run yet.' : null}
        minRows={3}
        placeholder="while true; do date; sleep 5; done"
        {...placeProps(path)}
        onChange={(text) => change(setValue(path, text), path)}
      />
      {simplify === null ? null : (
        <div>
          <Button onClick={simplify}>Run it without a shell</Button>
        </div>
      )}
    </div>
  )
}
