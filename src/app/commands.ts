import {
  BookOpen,
  CircleAlert,
  CirclePlay,
  ClipboardCopy,
  Copy,
  CopyPlus,
  Download,
  FilePlus2,
  FolderOpen,
  Glasses,
  Keyboard,
  Monitor,
  Moon,
  PanelsTopLeft,
  Pause,
  Pencil,
  Redo2,
  RefreshCw,
  Search,
  Share2,
  Square,
  StepForward,
  Sun,
  Terminal,
  Trash2,
  Undo2,
  type LucideIcon,
} from 'lucide-react'
import type { Change } from '../core/kubernetes/change'
import { addObject } from '../core/kubernetes/edits/addObject'
import { addContainer } from '../core/kubernetes/edits/containers'
import { addVolume } from '../core/kubernetes/edits/volumes'
import { OBJECT_KINDS } from '../core/kubernetes/objectKinds'
import type { Workload } from '../core/kubernetes/workloadKinds'
import { STARTERS } from '../core/patterns/starters'
import { withArticle } from '../core/words/article'
import { useDesigner } from '../store/designer'
import { toggleLens } from '../store/lens'
import { designs } from '../store/library'
import { applyDesign, pauseRun, runDesign, stepRun, stopRun } from '../store/runDeeds'
import { PANES, useScreen } from '../store/screen'
import { CONCEPTS, type ConceptId } from '../ui/concepts'
import { copyManifest, copyKubectl, deleteDesign, downloadManifest } from './deeds'
import { focusNextPane, focusPane } from './focusPane'
import { chooseFile } from './openText'
import { duplicationOf, removalOf, workloadInHand, type Hand } from './selection'

/** Something a user can do from anywhere: buttons, palette and shortcuts all read this table. */
export interface Command {
  readonly id: string
  readonly group: 'Add' | 'Edit' | 'Design' | 'New' | 'Run' | 'Go to' | 'View'
  readonly label: string
  /** Shortcuts; the first is shown. */
  readonly keys?: readonly string[]
  /** Its keys also work where somebody types, before whatever they mean there. */
  readonly everywhere?: boolean
  readonly Icon?: LucideIcon
  readonly concept?: ConceptId
  /** Whether it can be done now; always, when left out. */
  readonly enabled?: (hand: Hand & { readonly canUndo: boolean; readonly canRedo: boolean }) => boolean
  readonly run: () => void
}

/** Adds to the workload in hand; the new thing is selected and its form comes to the front. */
const adds = (concept: ConceptId, label: string, change: (workload: Workload) => Change): Command => ({
  id: `add-${concept}`,
  group: 'Add',
  label,
  concept,
  Icon: CONCEPTS[concept].Icon,
  enabled: (hand) => workloadInHand(hand) !== null,
  run: () => {
    const workload = workloadInHand(useDesigner.getState())
    if (workload === null) return
    useDesigner.getState().edit(change(workload))
    useScreen.setState({ front: 'inspector' })
  },
})

const editsSelection = (change: (hand: Hand) => Change | null): Pick<Command, 'enabled' | 'run'> => ({
  enabled: (hand) => change(hand) !== null,
  run: () => {
    const wanted = change(useDesigner.getState())
    if (wanted !== null) useDesigner.getState().edit(wanted)
  },
})

const themes = [
  { theme: 'system', label: 'Use the system’s theme', Icon: Monitor },
  { theme: 'light', label: 'Use the light theme', Icon: Sun },
  { theme: 'dark', label: 'Use the dark theme', Icon: Moon },
] as const

export const COMMANDS: readonly Command[] = [
  adds('app', 'Add an app container', ({ podSpec }) => addContainer(podSpec, 'app')),
  adds('sidecar', 'Add a sidecar', ({ podSpec }) => addContainer(podSpec, 'sidecar')),
  adds('init', 'Add an init container', ({ podSpec }) => addContainer(podSpec, 'init')),
  adds('volume', 'Add a volume', ({ podSpec }) => addVolume(podSpec)),
  ...OBJECT_KINDS.map(({ kind, concept }): Command => ({
    id: `add-${kind}`,
    group: 'Add',
    label: `Add ${withArticle(kind)}`,
    concept,
    Icon: CONCEPTS[concept].Icon,
    enabled: ({ source }) => source.problem === null,
    run: () => {
      const { edit, selected } = useDesigner.getState()
      edit(addObject(kind, selected))
      useScreen.setState({ front: 'inspector' })
    },
  })),

  {
    id: 'undo',
    group: 'Edit',
    label: 'Undo',
    keys: ['Mod+Z'],
    Icon: Undo2,
    enabled: ({ canUndo }) => canUndo,
    run: () => useDesigner.getState().undo(),
  },
  {
    id: 'redo',
    group: 'Edit',
    label: 'Redo',
    keys: ['Mod+Shift+Z', 'Control+Y'],
    Icon: Redo2,
    enabled: ({ canRedo }) => canRedo,
    run: () => useDesigner.getState().redo(),
  },
  {
    id: 'duplicate-selection',
    group: 'Edit',
    label: 'Duplicate the selected container',
    Icon: CopyPlus,
    ...editsSelection(duplicationOf),
  },
  {
    id: 'delete-selection',
    group: 'Edit',
    label: 'Delete what is selected',
    Icon: Trash2,
    ...editsSelection(removalOf),
  },

  ...STARTERS.map(({ id, title, name, text }): Command => ({
    id: `new-${id}`,
    group: 'New',
    label: `New design: ${title}`,
    Icon: FilePlus2,
    run: () => designs.getState().create(name, text, id),
  })),

  {
    id: 'open-file',
    group: 'Design',
    label: 'Open a file…',
    keys: ['Mod+O'],
    everywhere: true,
    Icon: FolderOpen,
    run: chooseFile,
  },
  {
    id: 'download',
    group: 'Design',
    label: 'Download the YAML file',
    keys: ['Mod+S'],
    everywhere: true,
    Icon: Download,
    run: downloadManifest,
  },
  { id: 'copy', group: 'Design', label: 'Copy the YAML', Icon: Copy, run: copyManifest },
  { id: 'copy-kubectl', group: 'Design', label: 'Copy as kubectl apply', Icon: Terminal, run: copyKubectl },
  {
    id: 'share',
    group: 'Design',
    label: 'Share a link…',
    Icon: Share2,
    run: () => useScreen.getState().openDialog('share'),
  },
  {
    id: 'rename-design',
    group: 'Design',
    label: 'Rename the design…',
    Icon: Pencil,
    run: () => useScreen.getState().openDialog('rename'),
  },
  {
    id: 'duplicate-design',
    group: 'Design',
    label: 'Duplicate the design',
    Icon: ClipboardCopy,
    run: () => designs.getState().duplicate(designs.getState().open.id),
  },
  { id: 'delete-design', group: 'Design', label: 'Delete the design', Icon: Trash2, run: deleteDesign },

  {
    id: 'run',
    group: 'Run',
    label: 'Run the design',
    keys: ['Mod+Enter'],
    everywhere: true,
    Icon: CirclePlay,
    run: () => {
      useScreen.getState().openDrawer('run')
      runDesign()
    },
  },
  { id: 'pause-run', group: 'Run', label: 'Pause the run', Icon: Pause, run: pauseRun },
  {
    id: 'step-run',
    group: 'Run',
    label: 'Step the run to the next thing that happens',
    Icon: StepForward,
    run: stepRun,
  },
  {
    id: 'apply-run',
    group: 'Run',
    label: 'Apply the design to the run',
    Icon: RefreshCw,
    run: () => {
      useScreen.getState().openDrawer('run')
      applyDesign()
    },
  },
  { id: 'stop-run', group: 'Run', label: 'Stop the run', Icon: Square, run: stopRun },

  ...PANES.map(({ id, label }): Command => ({
    id: `focus-${id}`,
    group: 'Go to',
    label: `Go to the ${label} pane`,
    Icon: PanelsTopLeft,
    run: () => focusPane(id),
  })),
  {
    id: 'next-pane',
    group: 'Go to',
    label: 'Go to the next pane',
    keys: ['F6'],
    everywhere: true,
    Icon: PanelsTopLeft,
    run: () => focusNextPane(1),
  },
  {
    id: 'previous-pane',
    group: 'Go to',
    label: 'Go to the previous pane',
    keys: ['Shift+F6'],
    everywhere: true,
    Icon: PanelsTopLeft,
    run: () => focusNextPane(-1),
  },

  {
    id: 'defaults-lens',
    group: 'View',
    label: 'Show or hide what the server fills in',
    Icon: Glasses,
    run: () => void toggleLens(),
  },
  {
    id: 'problems',
    group: 'View',
    label: 'Show or hide the problems',
    keys: ['Mod+Shift+M'],
    everywhere: true,
    Icon: CircleAlert,
    run: () => useScreen.getState().toggleDrawer('problems'),
  },
  {
    id: 'run-pane',
    group: 'View',
    label: 'Show or hide the run',
    Icon: CirclePlay,
    run: () => useScreen.getState().toggleDrawer('run'),
  },
  {
    id: 'terminal',
    group: 'View',
    label: 'Show or hide the terminal',
    keys: ['Control+`'],
    everywhere: true,
    Icon: Terminal,
    run: () => useScreen.getState().toggleDrawer('terminal'),
  },
  {
    id: 'docs',
    group: 'View',
    label: 'Show or hide the documentation of the field in focus',
    keys: ['F1'],
    everywhere: true,
    Icon: BookOpen,
    run: () => useScreen.getState().toggleDocs(),
  },
  {
    id: 'palette',
    group: 'View',
    label: 'Find a command',
    keys: ['Mod+K'],
    everywhere: true,
    Icon: Search,
    run: () => useScreen.getState().openDialog('palette'),
  },
  {
    id: 'shortcuts',
    group: 'View',
    label: 'Show the keyboard shortcuts',
    keys: ['?'],
    Icon: Keyboard,
    run: () => useScreen.getState().openDialog('shortcuts'),
  },
  ...themes.map(({ theme, label, Icon }): Command => ({
    id: `theme-${theme}`,
    group: 'View',
    label,
    Icon,
    run: () => useScreen.getState().setTheme(theme),
  })),
]

/** Takes a command's id; gives the command. A button that names no command is a mistake in the code. */
export function commandOf(id: string): Command {
  const command = COMMANDS.find((other) => other.id === id)
  if (command === undefined) throw new Error(`There is no command “${id}”`)
  return command
}
