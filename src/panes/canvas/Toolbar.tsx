import { ChevronDown, Plus } from 'lucide-react'
import type { MouseEvent } from 'react'
import { addService } from '../../core/kubernetes/edits/services'
import { addVolume } from '../../core/kubernetes/edits/volumes'
import { ROLES, type Role } from '../../core/kubernetes/roles'
import { VOLUME_SOURCES } from '../../core/kubernetes/volumeSources'
import type { Workload } from '../../core/kubernetes/workloadKinds'
import { addObject } from '../../core/kubernetes/edits/addObject'
import { Button } from '../../ui/Button'
import { Menu, type MenuItem } from '../../ui/Menu'
import type { Answer, Ask } from './asks/ask'
import styles from './Canvas.module.css'
import { LOOKS } from './looks'
import { spotBelow } from './spots'

/** What a {@link Toolbar} takes. */
export interface ToolbarProps {
  /** Where things are added; null where there is no workload. */
  readonly workload: Workload | null
  /** Whether nothing may be changed now. */
  readonly inert: boolean
  readonly onAsk: (ask: Ask) => void
  readonly onDone: Answer
}

const WORDS: Readonly<Record<Role, string>> = { app: 'Container', sidecar: 'Sidecar', init: 'Init' }
const ADDED: readonly Role[] = ['app', 'sidecar', 'init']

/** The buttons that add to the workload in hand. */
export function Toolbar({ workload, inert, onAsk, onDone }: ToolbarProps) {
  const disabled = inert || workload === null
  if (workload === null && !inert) return <NoWorkload onDone={onDone} />
  const podSpec = workload?.podSpec ?? []
  const volumes = VOLUME_SOURCES.map(({ id, label, help, concept }): MenuItem => {
    const { Icon, ink } = LOOKS[concept]
    return {
      id,
      label,
      hint: help,
      icon: <Icon aria-hidden style={{ color: ink }} />,
      run: () => onDone(addVolume(podSpec, id), `Added a volume: ${label}`),
    }
  })
  return (
    <div className={styles.toolbar} role="toolbar" aria-label="Add to the pod">
      <Plus aria-hidden className={styles.plus} />
      {ADDED.map((role) => {
        const { Icon, ink } = LOOKS[role]
        const label = ROLES.find((row) => row.role === role)?.label ?? role
        return (
          <Button
            key={role}
            variant="quiet"
            disabled={disabled}
            aria-label={`Add ${label.toLowerCase()}`}
            title={`Add ${label.toLowerCase()}`}
            icon={<Icon aria-hidden style={{ color: ink }} />}
            onClick={(event: MouseEvent<HTMLButtonElement>) =>
              onAsk({ kind: 'container', role, podSpec, at: spotBelow(event.currentTarget) })
            }
          >
            <span className={styles.word}>{WORDS[role]}</span>
          </Button>
        )
      })}
      <Menu
        trigger={
          <Button
            variant="quiet"
            disabled={disabled}
            aria-label="Add volume"
            title="Add volume"
            icon={<LOOKS.volume.Icon aria-hidden style={{ color: LOOKS.volume.ink }} />}
          >
            <span className={styles.word}>Volume</span>
            <ChevronDown aria-hidden />
          </Button>
        }
        entries={volumes}
      />
      <Button
        variant="quiet"
        disabled={disabled}
        aria-label="Add Service"
        title="Add Service"
        icon={<LOOKS.service.Icon aria-hidden style={{ color: LOOKS.service.ink }} />}
        onClick={() => {
          if (workload !== null) onDone(addService(workload.path), 'Added a Service')
        }}
      >
        <span className={styles.word}>Service</span>
      </Button>
    </div>
  )
}

/** Without a workload there is no pod to add to: first things first. */
function NoWorkload({ onDone }: { readonly onDone: Answer }) {
  return (
    <div className={styles.toolbar} role="toolbar" aria-label="Add to the manifest">
      <Button
        variant="quiet"
        icon={<LOOKS.workload.Icon aria-hidden />}
        onClick={() => onDone(addObject('Deployment'), 'Added a Deployment')}
      >
        Add a Deployment
      </Button>
    </div>
  )
}
