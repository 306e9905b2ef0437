import { CircleAlert, Info, TriangleAlert, type LucideIcon } from 'lucide-react'

/** How bad something is. */
export type Level = 'error' | 'warning' | 'info'

/** The icon of each level: never colour alone. */
export const LEVEL_ICONS: Readonly<Record<Level, LucideIcon>> = {
  error: CircleAlert,
  warning: TriangleAlert,
  info: Info,
}

/** The colour of each level's icon. */
export const LEVEL_INKS: Readonly<Record<Level, string>> = {
  error: 'var(--danger)',
  warning: 'var(--warn)',
  info: 'var(--text-2)',
}
