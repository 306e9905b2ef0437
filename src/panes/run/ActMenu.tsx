import { Zap } from 'lucide-react'
import { useState } from 'react'
import type { ContainerLife, PodLife } from '../../core/simulator/history/podLife'
import { intervene } from '../../store/runDeeds'
import { IconButton } from '../../ui/IconButton'
import { Menu, type MenuEntry } from '../../ui/Menu'
import { containerEntries, nodeEntries, podEntries, serviceEntries } from './interventions'
import { SetImage } from './SetImage'

/** Whose menu it is. */
export type ActMenuProps =
  | { readonly about: 'pod'; readonly pod: PodLife }
  | { readonly about: 'container'; readonly pod: PodLife; readonly life: ContainerLife }
  | { readonly about: 'service'; readonly namespace: string; readonly name: string }
  | { readonly about: 'node'; readonly name: string; readonly isCordoned: boolean }

/** The menu of what may be done to something that runs. */
export function ActMenu(props: ActMenuProps) {
  const [isAsking, setIsAsking] = useState(false)
  return (
    <>
      <Menu
        align="end"
        trigger={
          <IconButton label={`Intervene: ${nameOf(props)}`}>
            <Zap aria-hidden />
          </IconButton>
        }
        entries={entriesOf(props, () => setIsAsking(true))}
      />
      {props.about === 'pod' && isAsking ? (
        <SetImage pod={props.pod} onClose={() => setIsAsking(false)} />
      ) : null}
    </>
  )
}

function nameOf(props: ActMenuProps): string {
  if (props.about === 'pod') return props.pod.name
  return props.about === 'container' ? props.life.name : props.name
}

function entriesOf(props: ActMenuProps, onSetImage: () => void): readonly MenuEntry[] {
  if (props.about === 'service') return serviceEntries(props.namespace, props.name, intervene)
  if (props.about === 'node') return nodeEntries(props.isCordoned, intervene)
  const { namespace, name, origin } = props.pod
  return props.about === 'pod'
    ? podEntries(namespace, name, origin, intervene, onSetImage)
    : containerEntries({ namespace, pod: name, container: props.life.name }, props.life, intervene)
}
