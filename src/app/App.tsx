import { useEffect } from 'react'
import { designs, useDesigns } from '../store/library'
import { useScreen } from '../store/screen'
import { Toasts } from '../ui/Toast'
import { TooltipProvider } from '../ui/Tooltip'
import styles from './App.module.css'
import { Banners } from './Banners'
import { CommandPalette } from './CommandPalette'
import { DropZone } from './DropZone'
import { focusPane, rememberFocus } from './focusPane'
import { Header } from './Header'
import { openLink } from './openLink'
import { Panes } from './Panes'
import { RenameDialog } from './RenameDialog'
import { ShareDialog } from './ShareDialog'
import { ShortcutsDialog } from './ShortcutsDialog'
import { useShortcuts } from './useShortcuts'

/** The whole app: header, panes, and what floats above them. */
export function App() {
  useTitle()
  useTheme()
  useShortcuts()
  useEffect(rememberFocus, [])
  useEffect(saveWhenLeaving, [])
  useEffect(openLinks, [])
  return (
    <TooltipProvider delay={500}>
      <div className={styles.app}>
        <a
          className={styles.skip}
          href="#panes"
          onClick={(event) => {
            event.preventDefault()
            focusPane('inspector')
          }}
        >
          Skip to the inspector
        </a>
        <Header />
        <main id="panes" className={styles.main}>
          <Banners />
          <div className={styles.panes}>
            <Panes />
          </div>
        </main>
      </div>
      <CommandPalette />
      <RenameDialog />
      <ShareDialog />
      <ShortcutsDialog />
      <DropZone />
      <Toasts />
    </TooltipProvider>
  )
}

function useTitle(): void {
  const name = useDesigns((state) => state.open.name)
  useEffect(() => {
    document.title = `${name} · Podwright`
  }, [name])
}

function useTheme(): void {
  const theme = useScreen((screen) => screen.theme)
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])
}

function saveWhenLeaving(): () => void {
  const save = (): void => designs.getState().save()
  const onHidden = (): void => {
    if (document.visibilityState === 'hidden') save()
  }
  window.addEventListener('pagehide', save)
  document.addEventListener('visibilitychange', onHidden)
  return () => {
    window.removeEventListener('pagehide', save)
    document.removeEventListener('visibilitychange', onHidden)
  }
}

/** The link the page was opened with, and any the address gets later. */
function openLinks(): () => void {
  const open = (): void => void openLink()
  open()
  window.addEventListener('hashchange', open)
  return () => window.removeEventListener('hashchange', open)
}
