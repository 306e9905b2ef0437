import { useEffect, useId, useState } from 'react'
import type { ClusterHistory } from '../../../core/simulator/history/clusterHistory'
import { originAt } from '../../../core/simulator/history/designPlace'
import type { ContainerPlace } from '../../../core/simulator/history/happening'
import type { PodMoment } from '../../../core/simulator/history/moment'
import { podsOf } from '../../../core/simulator/history/summary'
import { containerPathOf } from '../../../core/kubernetes/containers'
import { valueAt } from '../../../core/kubernetes/path'
import { field, textOf } from '../../../core/kubernetes/shape'
import { useDesigner } from '../../../store/designer'
import { shownMoment, useRun, type Run } from '../../../store/run'
import { isOfOpenDesign } from '../../../store/runRelation'
import { SelectField } from '../../../ui/SelectField'
import { TabBar } from '../../../ui/TabBar'
import { CONCEPTS } from '../../../ui/concepts'
import { Environment } from './Environment'
import { Events } from './Events'
import { Files } from './Files'
import { Logs } from './Logs'
import { Requests } from './Requests'
import styles from './side.module.css'

const TABS = [
  { id: 'logs', label: 'Logs', Content: Logs },
  { id: 'files', label: 'Files', Content: Files },
  { id: 'events', label: 'Events', Content: Events },
  { id: 'requests', label: 'Requests', Content: Requests },
  { id: 'environment', label: 'Environment', Content: Environment },
] as const

/** What the chosen container says, has, and what happened to it, at the moment that is shown. */
export function Side({ history }: { readonly history: ClusterHistory }) {
  const pods = useRun((run) => run.pods)
  const place = useRun(chosenPlace)
  const moment = useRun(shownMoment)
  useRun((run) => run.version)
  const [tab, setTab] = useState<string>('logs')
  const panel = useId()
  useEffect(chooseSelected, [])
  const { Content } = TABS.find(({ id }) => id === tab) ?? TABS[0]
  return (
    <section className={styles.side} aria-label="The chosen container">
      <div className={styles.head}>
        <TabBar label="About the container" tabs={TABS} chosen={tab} panel={panel} onChoose={setTab} />
        {place === null ? null : <ContainerChoice pods={pods} place={place} />}
      </div>
      <div id={panel} role="tabpanel" aria-label={tab} tabIndex={0} className={styles.panel}>
        {place === null ? (
          <p className={styles.none}>There is no pod at this moment.</p>
        ) : (
          <Content
            key={`${place.namespace}/${place.pod}/${place.container}`}
            history={history}
            place={place}
            moment={moment}
          />
        )}
      </div>
    </section>
  )
}

/** From now on, a container that is selected in the design is chosen in the first pod that has it. Gives what ends that. */
function chooseSelected(): () => void {
  return useDesigner.subscribe(({ selected, manifest }, before) => {
    if (selected === null || selected === before.selected || !isOfOpenDesign(useRun.getState())) return
    const path = containerPathOf(selected)
    const found = path === null ? null : originAt(manifest, path)
    if (path === null || found === null) return
    const container = textOf(field(valueAt(manifest, path), 'name'))
    const { pods, chosen } = useRun.getState()
    const [first] = podsOf(pods, found.namespace, found.origin)
    if (first === undefined || chosen?.container === container) return
    const { namespace, name: pod } = first.life
    useRun.setState({ chosen: { namespace, pod, container } })
  })
}

/** What is chosen, as long as it is there; else the first app container there is. */
function chosenPlace({ chosen, pods }: Run): ContainerPlace | null {
  const isThere = pods.some(
    ({ life, containers }) =>
      life.namespace === chosen?.namespace &&
      life.name === chosen.pod &&
      containers.some((container) => container.life.name === chosen.container),
  )
  if (isThere) return chosen
  return firstPlace(pods, chosen?.container ?? null)
}

const places = new WeakMap<object, ContainerPlace>()

/** Takes the pods and the container that was chosen in a pod that is gone; gives its like in the first pod, the same object each time. */
function firstPlace(pods: readonly PodMoment[], wanted: string | null): ContainerPlace | null {
  const [first] = pods
  if (first === undefined) return null
  const { life, containers } = first
  const found =
    containers.find((container) => container.life.name === wanted) ??
    containers.find((container) => container.life.role === 'app') ??
    containers[0]
  if (found === undefined) return null
  const known = places.get(found.life)
  const place = known ?? { namespace: life.namespace, pod: life.name, container: found.life.name }
  places.set(found.life, place)
  return place
}

interface ChoiceProps {
  readonly pods: readonly PodMoment[]
  readonly place: ContainerPlace
}

function ContainerChoice({ pods, place }: ChoiceProps) {
  const choices = pods.flatMap(({ life, containers }) =>
    containers.map(({ life: { name, role } }) => {
      const { Icon, ink } = CONCEPTS[role]
      return {
        value: `${life.namespace}/${life.name}/${name}`,
        label: name,
        hint: life.name,
        icon: <Icon aria-hidden style={{ color: ink }} />,
        place: { namespace: life.namespace, pod: life.name, container: name },
      }
    }),
  )
  return (
    <div className={styles.choice}>
      <SelectField
        layout="bare"
        label="Container"
        value={`${place.namespace}/${place.pod}/${place.container}`}
        options={choices}
        onChange={(value) => {
          const chosen = choices.find((choice) => choice.value === value)
          if (chosen !== undefined) useRun.setState({ chosen: chosen.place })
        }}
      />
    </div>
  )
}
