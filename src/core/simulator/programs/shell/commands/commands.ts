import type { Command } from './command'
import { applet } from './applet'
import { awk } from './awk/awk'
import { CLIENT_COMMANDS } from './clients'
import { FILE_COMMANDS } from './files'
import { find } from './find'
import { httpd } from './httpd'
import { LINE_COMMANDS } from './lines/lines'
import { LISTING_COMMANDS } from './listing'
import { NETWORK_COMMANDS } from './network'
import { OUTPUT_COMMANDS } from './output'
import { PROCESS_COMMANDS } from './processes'
import { ps } from './ps'
import { stat } from './stat'
import { SYSTEM_COMMANDS } from './system'
import { TEST_COMMANDS } from './test'
import { TEXT_COMMANDS } from './text'
import { TIME_COMMANDS } from './time'

/** The commands that the simulator has of its own, by name: those that wait, that ask the system or the network, or that are used most. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ...Object.entries(CLIENT_COMMANDS),
  ...Object.entries(FILE_COMMANDS),
  ...Object.entries(LINE_COMMANDS),
  ...Object.entries(LISTING_COMMANDS),
  ['awk', awk],
  ['busybox', applet],
  ['find', find],
  ['httpd', httpd],
  ...Object.entries(NETWORK_COMMANDS),
  ...Object.entries(OUTPUT_COMMANDS),
  ...Object.entries(PROCESS_COMMANDS),
  ...Object.entries(SYSTEM_COMMANDS),
  ['ps', ps],
  ['stat', stat],
  ...Object.entries(TEST_COMMANDS),
  ...Object.entries(TEXT_COMMANDS),
  ...Object.entries(TIME_COMMANDS),
])
