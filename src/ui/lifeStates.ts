import {
  CircleCheck,
  CircleDashed,
  CirclePlay,
  CircleX,
  Hourglass,
  PowerOff,
  SquareCheckBig,
  type LucideIcon,
} from 'lucide-react'

/** How a state of a running container looks: colour, icon and word. */
export interface LifeLook {
  readonly word: string
  readonly Icon: LucideIcon
  /** CSS colour of text and stroke, and of the fill. */
  readonly ink: string
  readonly soft: string
}

const look = (word: string, Icon: LucideIcon, ink: string, soft: string): LifeLook => ({
  word,
  Icon,
  ink: `var(--${ink})`,
  soft: `var(--${soft})`,
})

/** The one table of the states of a running container: timeline and canvas read it. */
export const LIFE_LOOKS = {
  waiting: look('waiting', CircleDashed, 'text-2', 'surface-3'),
  running: look('running', CirclePlay, 'app-ink', 'app-soft'),
  ready: look('ready', CircleCheck, 'ok', 'volume-soft'),
  backOff: look('back-off', Hourglass, 'warn', 'warn-soft'),
  terminating: look('terminating', PowerOff, 'sidecar-ink', 'sidecar-soft'),
  completed: look('completed', SquareCheckBig, 'text-2', 'surface-2'),
  failed: look('failed', CircleX, 'danger', 'danger-soft'),
} as const satisfies Record<string, LifeLook>
