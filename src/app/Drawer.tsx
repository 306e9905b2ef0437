import { CircleAlert, CirclePlay, Terminal, X } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { ProblemsPane } from '../panes/problems/ProblemsPane'
import { useScreen, type DrawerId } from '../store/screen'
import { IconButton } from '../ui/IconButton'
import { TabBar } from '../ui/TabBar'
import styles from './Drawer.module.css'
import { DrawerHandle } from './DrawerHandle'
import { LazyPane } from './LazyPane'
import { PaneBoundary } from './PaneBoundary'

const loadRun = async () => (await import('../panes/run/RunPane')).RunPane
const loadTerminal = async () => (await import('../panes/run/terminal/TerminalPane')).TerminalPane

interface DrawerTab {
  readonly id: DrawerId
  readonly label: string
  readonly icon: ReactNode
  readonly content: ReactNode
}

const TABS: readonly DrawerTab[] = [
  { id: 'problems', label: 'Problems', icon: <CircleAlert aria-hidden />, content: <ProblemsPane /> },
  {
    id: 'run',
    label: 'Run',
    icon: <CirclePlay aria-hidden />,
    content: <LazyPane key="run" label="Run" load={loadRun} />,
  },
  {
    id: 'terminal',
    label: 'Terminal',
    icon: <Terminal aria-hidden />,
    content: <LazyPane key="terminal" label="Terminal" load={loadTerminal} />,
  },
]

/** What stands below the panes, while it is wanted. */
export function Drawer() {
  const drawer = useScreen((screen) => screen.drawer)
  const openDrawer = useScreen((screen) => screen.openDrawer)
  const height = useScreen((screen) => screen.drawerHeight)
  const panel = useId()
  const tab = TABS.find(({ id }) => id === drawer)
  if (tab === undefined) return null
  return (
    <div className={styles.drawer} data-drawer={tab.id} style={{ '--drawer': `${height}px` }} tabIndex={-1}>
      <DrawerHandle />
      <div className={styles.head}>
        <TabBar
          label="Below the panes"
          tabs={TABS}
          chosen={tab.id}
          panel={panel}
          onChoose={(chosen) => {
            const next = TABS.find(({ id }) => id === chosen)
            if (next !== undefined) openDrawer(next.id)
          }}
        />
        <IconButton label="Close" onClick={() => useScreen.getState().closeDrawer()}>
          <X aria-hidden />
        </IconButton>
      </div>
      <div id={panel} role="tabpanel" aria-label={tab.label} className={styles.panel}>
        <PaneBoundary key={tab.id} label={tab.label}>
          {tab.content}
        </PaneBoundary>
      </div>
    </div>
  )
}
