import { useDesigner } from '../store/designer'
import type { MenuItem } from '../ui/Menu'
import type { Command } from './commands'

/** Takes a command; gives it as a line of a menu. Its `disabled` is of this moment. */
export function itemOf({ id, label, keys, Icon, enabled, run }: Command): MenuItem {
  return {
    id,
    label,
    keys: keys?.[0],
    icon: Icon === undefined ? undefined : <Icon aria-hidden />,
    disabled: enabled?.(useDesigner.getState()) === false,
    run,
  }
}
