import { useEffect } from 'react'
import { designs, useDesigns } from '../store/library'
import { useProblems } from '../store/problems'
import { useScreen } from '../store/screen'
import { Toasts } from '../ui/Toast'
import { TooltipProvider } from '../ui/Tooltip'
import styles from './App.module.css'
import { Banners } from './Banners'
import { CommandPalette } from './CommandPalette'
import { Drawer } from './Drawer'
import { DropZone } from './DropZone'
import { focusPane, rememberFocus } from './focusPane'
import { Header } from './Header'
import { openLink } from './openLink'
import { Panes } from './Panes'
import { RenameDialog } from './RenameDialog'
import { ShareDialog } from './ShareDialog'
import { ShortcutsDialog } from './ShortcutsDialog'
import { useProblemsWatch } from './useProblemsWatch'
import { useShortcuts } from './useShortcuts'

/** The whole app: header, panes, and what floats above them. */
export function App() {
  useTitle()
  useTheme()
  useShortcuts()
  useProblemsWatch()
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
          <Drawer />
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
  const problems = useProblems(({ shown }) => shown.filter(({ level }) => level !== 'info').length)
  useEffect(() => {
    document.title = `${problems === 0 ? '' : `(${problems}) `}${name} · Podwright`
  }, [name, problems])
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
