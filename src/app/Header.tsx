import { ChevronDown, Ellipsis, FilePlus2, Moon, Monitor, Sun } from 'lucide-react'
import { STARTERS } from '../core/patterns/starters'
import { useScreen, type Theme } from '../store/screen'
import { Button } from '../ui/Button'
import { IconButton } from '../ui/IconButton'
import { Menu, type MenuEntry, type MenuItem } from '../ui/Menu'
import { CommandButton } from './CommandButton'
import { commandOf } from './commands'
import { DesignMenu } from './DesignMenu'
import styles from './Header.module.css'
import { itemOf } from './menuItem'
import { Mark } from './Mark'
import { ProblemsButton } from './ProblemsButton'
import { useScreenSize } from './useScreenSize'

/** The bar on top: which design, what to do with it, and the way back. */
export function Header() {
  const size = useScreenSize()
  const wordsOnLarge = (words: string): { words?: string } => (size === 'large' ? { words } : {})
  return (
    <header className={styles.header}>
      <h1 className={styles.brand}>
        <Mark />
        <span className={size === 'large' ? undefined : 'visually-hidden'}>Podwright</span>
      </h1>
      <DesignMenu />
      {size === 'small' ? null : (
        <>
          <span className={styles.line} />
          <NewMenu />
          <CommandButton command="open-file" words="Open" />
          <span className={styles.line} />
        </>
      )}
      <CommandButton command="undo" />
      <CommandButton command="redo" />
      <span className={styles.space} />
      {size === 'small' ? null : <CommandButton command="defaults-lens" />}
      {size === 'small' ? null : <CommandButton command="run" {...wordsOnLarge('Run')} />}
      <ProblemsButton words={size === 'large'} />
      {size === 'small' ? (
        <MoreMenu />
      ) : (
        <>
          <CommandButton command="share" {...wordsOnLarge('Share')} />
          <span className={styles.split}>
            <CommandButton command="copy" {...wordsOnLarge('Copy')} />
            <Menu
              align="end"
              trigger={
                <button type="button" className={styles.splitMore} aria-label="More ways to copy">
                  <ChevronDown aria-hidden />
                </button>
              }
              entries={['copy', 'copy-kubectl'].map((id) => itemOf(commandOf(id)))}
            />
          </span>
          <CommandButton command="download" words="Download" variant="primary" />
          <span className={styles.line} />
          <ThemeMenu />
          <CommandButton command="palette" />
        </>
      )}
    </header>
  )
}

const newItems = (): MenuItem[] =>
  STARTERS.map(({ id, title, summary }) => ({
    ...itemOf(commandOf(`new-${id}`)),
    label: title,
    hint: summary,
  }))

function NewMenu() {
  return (
    <Menu
      trigger={
        <Button variant="quiet" icon={<FilePlus2 aria-hidden />}>
          New
          <ChevronDown aria-hidden />
        </Button>
      }
      entries={newItems()}
    />
  )
}

const THEME_ICONS = { system: Monitor, light: Sun, dark: Moon } as const
const THEMES: readonly Theme[] = ['system', 'light', 'dark']

function useThemeItems(): MenuItem[] {
  const theme = useScreen((screen) => screen.theme)
  return THEMES.map((id) => ({ ...itemOf(commandOf(`theme-${id}`)), checked: id === theme }))
}

function ThemeMenu() {
  const theme = useScreen((screen) => screen.theme)
  const Icon = THEME_ICONS[theme]
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label="Theme">
          <Icon aria-hidden />
        </IconButton>
      }
      entries={useThemeItems()}
    />
  )
}

/** What has no room of its own on a small screen. */
function MoreMenu() {
  const designDeeds = ['open-file', 'share', 'copy', 'copy-kubectl', 'download'].map((id) =>
    itemOf(commandOf(id)),
  )
  const entries: MenuEntry[] = [
    ...['run', 'terminal'].map((id) => itemOf(commandOf(id))),
    { kind: 'separator', id: 'design' },
    ...designDeeds,
    { kind: 'group', label: 'New design', items: newItems() },
    { kind: 'group', label: 'Theme', items: useThemeItems() },
    { kind: 'separator', id: 'find' },
    itemOf(commandOf('palette')),
  ]
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label="More">
          <Ellipsis aria-hidden />
        </IconButton>
      }
      entries={entries}
    />
  )
}
