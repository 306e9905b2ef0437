import { Menu as BaseMenu } from '@base-ui/react/menu'
import { Check, ChevronRight } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { Keys } from './Keys'
import styles from './Menu.module.css'

/** One line of a menu. */
export interface MenuItem {
  readonly kind?: 'item'
  readonly id: string
  readonly label: string
  /** A second, quieter line. */
  readonly hint?: string | undefined
  readonly icon?: ReactNode
  readonly keys?: string | undefined
  readonly disabled?: boolean | undefined
  /** Given: the item is one of a choice, marked when true. */
  readonly checked?: boolean | undefined
  readonly danger?: boolean | undefined
  readonly run: () => void
}

/** A heading over the lines that follow it. */
export interface MenuGroup {
  readonly kind: 'group'
  readonly label: string
  readonly items: readonly MenuItem[]
}

/** A line that opens more lines beside it. */
export interface Submenu {
  readonly kind: 'submenu'
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly icon?: ReactNode
  readonly items: readonly MenuItem[]
}

/** What stands in a menu: a line, a line between lines, lines under a heading, or a line that opens more. */
export type MenuEntry = MenuItem | MenuGroup | Submenu | { readonly kind: 'separator'; readonly id: string }

/** What a {@link Menu} takes. */
export interface MenuProps {
  /** The button that opens it; it must pass on its props and its ref. */
  readonly trigger: ReactElement
  readonly entries: readonly MenuEntry[]
  readonly align?: 'start' | 'center' | 'end'
  readonly side?: 'top' | 'bottom' | 'left' | 'right'
}

/** A menu on a button: takes its entries as data, calls `run` of the chosen one. */
export function Menu({ trigger, entries, align = 'start', side = 'bottom' }: MenuProps) {
  return (
    <BaseMenu.Root modal={false}>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner align={align} side={side} sideOffset={4} className={styles.positioner}>
          <BaseMenu.Popup className={styles.popup}>
            {entries.map((entry) => (
              <Entry key={entry.kind === 'group' ? entry.label : entry.id} entry={entry} />
            ))}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  )
}

function Entry({ entry }: { readonly entry: MenuEntry }) {
  if (entry.kind === 'separator') return <BaseMenu.Separator className={styles.separator} />
  if (entry.kind === 'group')
    return (
      <BaseMenu.Group>
        <BaseMenu.GroupLabel className={styles.heading}>{entry.label}</BaseMenu.GroupLabel>
        {entry.items.map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </BaseMenu.Group>
    )
  return entry.kind === 'submenu' ? <More submenu={entry} /> : <Item item={entry} />
}

function More({ submenu: { label, hint, icon, items } }: { readonly submenu: Submenu }) {
  return (
    <BaseMenu.SubmenuRoot>
      <BaseMenu.SubmenuTrigger label={label} className={styles.item}>
        <span className={styles.icon}>{icon}</span>
        <Words label={label} hint={hint} />
        <ChevronRight aria-hidden className={styles.more} />
      </BaseMenu.SubmenuTrigger>
      <BaseMenu.Portal>
        <BaseMenu.Positioner side="right" align="start" sideOffset={2} className={styles.positioner}>
          <BaseMenu.Popup className={styles.popup}>
            {items.map((item) => (
              <Item key={item.id} item={item} />
            ))}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.SubmenuRoot>
  )
}

function Words({ label, hint }: Pick<MenuItem, 'label' | 'hint'>) {
  return (
    <span className={styles.words}>
      <span>{label}</span>
      {hint === undefined ? null : <span className={styles.hint}>{hint}</span>}
    </span>
  )
}

function Item({ item }: { readonly item: MenuItem }) {
  const content = (
    <>
      <span className={styles.icon}>{item.checked === true ? <Check aria-hidden /> : item.icon}</span>
      <Words label={item.label} hint={item.hint} />
      {item.keys === undefined ? null : <Keys keys={item.keys} />}
    </>
  )
  const shared = {
    disabled: item.disabled ?? false,
    onClick: item.run,
    label: item.label,
    className: styles.item,
    'data-danger': item.danger === true ? '' : undefined,
  }
  if (item.checked === undefined) return <BaseMenu.Item {...shared}>{content}</BaseMenu.Item>
  return (
    <BaseMenu.CheckboxItem {...shared} checked={item.checked} closeOnClick>
      {content}
    </BaseMenu.CheckboxItem>
  )
}
