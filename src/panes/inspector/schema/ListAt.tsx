import type { ReactNode } from 'react'
import type { Json } from '../../../core/kubernetes/json'
import type { Path } from '../../../core/kubernetes/path'
import { ListEditor } from '../../../ui/ListEditor'
import { useItems } from '../fields/useItems'
import { lowered } from '../../../core/words/lowered'

/** A list at a path: its rows, with ways to add, remove and reorder them. */
export function ListAt({
  path,
  label,
  help,
  noun,
  blank,
  stacked,
  heading,
  row,
}: {
  readonly path: Path
  readonly label: string
  readonly help: string | undefined
  /** What one item is. */
  readonly noun: string
  readonly blank: () => Json
  /** Items of several lines. */
  readonly stacked: boolean
  readonly heading: 'section' | 'part'
  readonly row: (item: Path, index: number) => ReactNode
}) {
  const items = useItems(path, blank)
  return (
    <ListEditor
      heading={heading}
      title={label}
      help={help}
      noun={lowered(noun)}
      stacked={stacked}
      {...items}
      row={(index) => row([...path, index], index)}
    />
  )
}
