import { Button } from '../ui/Button'
import { IconButton } from '../ui/IconButton'
import { Tooltip } from '../ui/Tooltip'
import { commandOf } from './commands'
import { useEnabled } from './useEnabled'

/** What a {@link CommandButton} takes. */
export interface CommandButtonProps {
  readonly command: string
  /** The words on the button; without them it shows its icon only, named by the command. */
  readonly words?: string
  readonly variant?: 'plain' | 'primary' | 'quiet'
}

/** A button for a row of the commands table. */
export function CommandButton({ command: id, words, variant = 'quiet' }: CommandButtonProps) {
  const command = commandOf(id)
  const enabled = useEnabled(command)
  const { label, keys, Icon, run } = command
  const icon = Icon === undefined ? null : <Icon aria-hidden />
  if (words === undefined)
    return (
      <IconButton label={label} keys={keys?.[0]} disabled={!enabled} onClick={run}>
        {icon}
      </IconButton>
    )
  return (
    <Tooltip text={label} keys={keys?.[0]}>
      <Button variant={variant} icon={icon} disabled={!enabled} onClick={run}>
        {words}
      </Button>
    </Tooltip>
  )
}
