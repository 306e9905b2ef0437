import { useLayoutEffect, useRef, useState } from 'react'
import type { Path } from '../../../core/kubernetes/path'
import { scriptIn } from '../../../core/kubernetes/script'
import { stringsOf } from '../../../core/kubernetes/shape'
import { ChoiceField } from '../../../ui/ChoiceField'
import { Section } from '../../../ui/Section'
import { useValue } from '../fields/useValue'
import { ArgvPreview } from './ArgvPreview'
import { CommandLists } from './CommandLists'
import { CommandStart } from './CommandStart'
import styles from './container.module.css'
import { ScriptEditor } from './ScriptEditor'
import { writeScript } from './writeScript'

const VIEWS = [
  { value: 'list', label: 'List' },
  { value: 'script', label: 'Script' },
]

/** What a container runs: a list of words, or a script that a shell reads. */
export function CommandSection({ container }: { readonly container: Path }) {
  const command = useValue([...container, 'command'])
  const args = useValue([...container, 'args'])
  const [asList, setAsList] = useState(false)
  const argv = { command: stringsOf(command), args: stringsOf(args) }
  const script = scriptIn(argv)
  const empty = argv.command.length === 0 && argv.args.length === 0
  const start = useRef<HTMLDivElement>(null)
  const wasEmpty = useRef(empty)
  useLayoutEffect(() => {
    // The word that had the focus was the last: the ways to begin anew stand where it was.
    if (empty && !wasEmpty.current && document.activeElement === document.body)
      start.current?.querySelector('button')?.focus()
    wasEmpty.current = empty
  }, [empty])
  const view = script !== null && !asList ? 'script' : 'list'
  return (
    <Section
      title="Command"
      help={empty ? 'Nothing here: the image decides what runs.' : undefined}
      action={
        empty ? null : (
          <ChoiceField
            bare
            label="Edit the command as"
            value={view}
            choices={VIEWS}
            onChange={(next) => {
              setAsList(next === 'list')
              if (next === 'script' && script === null) writeScript(container, argv)
            }}
          />
        )
      }
    >
      {empty ? (
        <CommandStart ref={start} container={container} onBegin={(next) => setAsList(next === 'list')} />
      ) : (
        <div className={styles.lists}>
          {script !== null && view === 'script' ? (
            <ScriptEditor container={container} script={script} />
          ) : (
            <CommandLists container={container} />
          )}
          <ArgvPreview argv={argv} />
        </div>
      )}
    </Section>
  )
}
