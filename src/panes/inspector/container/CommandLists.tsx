import type { ReactNode } from 'react'
import { moveItem, removeItem } from '../../../core/kubernetes/edits/list'
import { setValue } from '../../../core/kubernetes/edits/setValue'
import type { Path } from '../../../core/kubernetes/path'
import { itemsOf } from '../../../core/kubernetes/shape'
import { ListEditor } from '../../../ui/ListEditor'
import { act } from '../change'
import { TextAt } from '../fields/TextAt'
import { useValue } from '../fields/useValue'

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
  const row = (index: number): ReactNode => (
    <TextAt layout="bare" label={`${title} ${index + 1}`} path={[...path, index]} keepEmpty />
  )
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
