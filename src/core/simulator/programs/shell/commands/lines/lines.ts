import type { Command } from '../command'
import { COLUMN_COMMANDS } from './columns'
import { grep } from './grep'
import { sed } from './sed'
import { sort } from './sort'
import { tr } from './translate'
import { xargs } from './xargs'

/** What works on lines of text. */
export const LINE_COMMANDS: Readonly<Record<string, Command>> = {
  ...COLUMN_COMMANDS,
  grep,
  egrep: grep,
  fgrep: grep,
  sed,
  sort,
  tr,
  xargs,
}
