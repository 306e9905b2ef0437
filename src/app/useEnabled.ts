import { useDesigner } from '../store/designer'
import type { Command } from './commands'

/** Takes a command; says whether it can be done now, live. */
export function useEnabled(command: Command): boolean {
  return useDesigner((designer) => command.enabled?.(designer) ?? true)
}
