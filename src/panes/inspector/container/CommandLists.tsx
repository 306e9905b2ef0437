import type { ReactNode } from 'react'
import { moveItem, removeItem } from '../../../core/kubernetes/edits/list'
import { setValue } from '../../../core/kubernetes/edits/setValue'
import type { Path } from '../../../core/kubernetes/path'
import { itemsOf } from '../../../core/kubernetes/shape'
import { ListEditor } from '../../../ui/ListEditor'
import { TextAreaField } from '../../../ui/TextAreaField'
import { act, change } from '../change'
import { placeProps } from '../fields/at'
import { TextAt } from '../fields/TextAt'
import { asText, textMisfit, useValue } from '../fields/useValue'
import styles from './container.module.css'

/** The command and the arguments as lists: one input a word, Enter for the next one. */
export function CommandLists({ container }: { readonly container: Path }) {
  return (
    <>
      <WordList
        path={[...container, 'command']}
        title="Entrypoint"
        noun="word"
        note="Replaces the image's entrypoint. Nothing here: the image's own."
      />
      <WordList
        path={[...container, 'args']}
        title="Arguments"
        noun="argument"
        note="Replace the image's own arguments."
      />
    </>
  )
}

function WordList({
  path,
  title,
  noun,
  note,
}: {
  readonly path: Path
  readonly title: string
  readonly noun: string
  readonly note: string
}) {
  const words = itemsOf(useValue(path))
  const row = (index: number): ReactNode => <Word path={[...path, index]} label={`${title} ${index + 1}`} />
  const insert = (index: number): void => {
    act(setValue(path, [...words.slice(0, index), '', ...words.slice(index)]))
  }
  return (
    <ListEditor
      heading="part"
      insertsAfter
      title={title}
      help={words.length === 0 ? note : undefined}
      noun={noun}
      count={words.length}
      row={row}
      onAdd={insert}
      onRemove={(index) => act(removeItem([...path, index]))}
      onMove={(from, to) => act(moveItem([...path, from], to))}
    />
  )
}

/** One word; of several lines where it has them. */
function Word({ path, label }: { readonly path: Path; readonly label: string }) {
  const value = useValue(path)
  const text = asText(value)
  return (
    <div className={styles.word}>
      {text.includes('\n') ? (
        <TextAreaField
          layout="bare"
          mono
          label={label}
          value={text}
          error={textMisfit(value)}
          {...placeProps(path)}
          onChange={(next) => change(setValue(path, next), path)}
        />
      ) : (
        <TextAt layout="bare" label={label} path={path} keepEmpty />
      )}
    </div>
  )
}
