import { create } from 'zustand'
import { readPreference, writePreference } from './preferences'

/** The panes, in the order in which they stand. */
export const PANES = [
  { id: 'inspector', label: 'Inspector' },
  { id: 'canvas', label: 'Canvas' },
  { id: 'yaml', label: 'YAML' },
] as const

export type PaneId = (typeof PANES)[number]['id']
export type Theme = 'system' | 'light' | 'dark'
/** What can stand below the panes. */
export type DrawerId = 'problems' | 'run' | 'terminal'
export type DialogId = 'palette' | 'rename' | 'share' | 'shortcuts'

/** What the screen shows besides the design: not saved with it and not undone. */
export interface Screen {
  readonly theme: Theme
  /** The pane in front where only one fits. */
  readonly front: PaneId
  /** Which of the two is in front where canvas and YAML share a place. */
  readonly tab: Exclude<PaneId, 'inspector'>
  readonly dialog: DialogId | null
  /** What stands below the panes. */
  readonly drawer: DrawerId | null
  /** How high that is, in pixels. */
  readonly drawerHeight: number
  /** Whether the documentation of the field in focus is shown. */
  readonly isDocsOpen: boolean
  /** Whether the words about the first design are still wanted. */
  readonly isCaptionWanted: boolean
  setTheme(this: void, theme: Theme): void
  /** Brings a pane to the front. */
  show(this: void, pane: PaneId): void
  openDialog(this: void, dialog: DialogId): void
  closeDialog(this: void): void
  /** Opens what can stand below the panes, or closes it where it is open. */
  toggleDrawer(this: void, drawer: DrawerId): void
  openDrawer(this: void, drawer: DrawerId): void
  setDrawerHeight(this: void, height: number): void
  closeDrawer(this: void): void
  toggleDocs(this: void): void
  dismissCaption(this: void): void
}

function themeFrom(remembered: string | null): Theme {
  return remembered === 'light' || remembered === 'dark' ? remembered : 'system'
}

/** From the lowest that shows something to higher than any screen; 300 at first. */
function heightFrom(remembered: string | null): number {
  const height = Math.round(Number(remembered ?? NaN))
  return Number.isNaN(height) ? 300 : Math.min(900, Math.max(120, height))
}

/** The screen's state: a hook with selectors; `useScreen.getState()` outside React. */
export const useScreen = create<Screen>()((set) => ({
  theme: themeFrom(readPreference('theme')),
  front: 'canvas',
  tab: 'canvas',
  dialog: null,
  drawer: null,
  drawerHeight: heightFrom(readPreference('drawer-height')),
  isDocsOpen: readPreference('docs') === 'open',
  isCaptionWanted: readPreference('caption') !== 'dismissed',
  setTheme: (theme) => {
    writePreference('theme', theme)
    set({ theme })
  },
  show: (pane) => set(pane === 'inspector' ? { front: pane } : { front: pane, tab: pane }),
  openDialog: (dialog) => set({ dialog }),
  closeDialog: () => set({ dialog: null }),
  toggleDrawer: (drawer) => set((screen) => ({ drawer: screen.drawer === drawer ? null : drawer })),
  openDrawer: (drawer) => set({ drawer }),
  closeDrawer: () => set({ drawer: null }),
  setDrawerHeight: (height) => {
    const next = heightFrom(String(height))
    writePreference('drawer-height', String(next))
    set({ drawerHeight: next })
  },
  toggleDocs: () => {
    set(({ isDocsOpen }) => {
      writePreference('docs', isDocsOpen ? 'closed' : 'open')
      return { isDocsOpen: !isDocsOpen }
    })
  },
  dismissCaption: () => {
    writePreference('caption', 'dismissed')
    set({ isCaptionWanted: false })
  },
}))
