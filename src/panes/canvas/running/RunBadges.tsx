import { originAt } from '../../../core/simulator/history/designPlace'
import type { LifeState } from '../../../core/simulator/history/containerState'
import { podsOf, summaryOf } from '../../../core/simulator/history/summary'
import type { ContainerNode, PodNode } from '../../../core/diagram/node'
import { useDesigner } from '../../../store/designer'
import { useRun, type Run } from '../../../store/run'
import { isOfOpenDesign } from '../../../store/runRelation'
import { LIFE_LOOKS } from '../../../ui/lifeStates'
import styles from './running.module.css'

const STATES: readonly LifeState[] = [
  'waiting',
  'running',
  'ready',
  'backOff',
  'terminating',
  'completed',
  'failed',
]

/** While the design runs: how the container is at the moment that is shown; of several pods, how the worst off is. */
export function ContainerRun({ node }: { readonly node: ContainerNode }) {
  const text = useRun((run) => containerText(run, node))
  if (text === '') return null
  const [stateText, count = '', of = '', reason = ''] = text.split(' ')
  const state = STATES.find((each) => each === stateText)
  if (state === undefined) return null
  const { word, Icon, ink, soft } = LIFE_LOOKS[state]
  return (
    <span
      className={styles.badge}
      style={{ '--ink': ink, '--soft': soft }}
      title={reason === '' ? undefined : reason}
    >
      <Icon aria-hidden />
      {of === '1' ? word : `${word} ${count}/${of}`}
    </span>
  )
}

/** As one text, so that a card is drawn anew only when it says something else. */
function containerText(run: Run, node: ContainerNode): string {
  const pods = podsOfNode(run, node)
  const summary = pods === null ? null : summaryOf(pods, node.label)
  return summary === null ? '' : `${summary.state} ${summary.count} ${summary.of} ${summary.reason}`
}

/** While the design runs: how many of the pods are ready, and how many have done their work. */
export function PodRun({ node }: { readonly node: PodNode }) {
  const text = useRun((run) => podText(run, node))
  return text === '' ? null : <span className={styles.ready}>{text}</span>
}

function podText(run: Run, node: PodNode): string {
  const pods = podsOfNode(run, node)
  if (pods === null) return ''
  const [only] = pods
  if (only === undefined) return 'no pods'
  if (pods.length === 1) return `${only.columns.ready} ${only.columns.status}`
  const ready = pods.filter(({ isReady }) => isReady).length
  const completed = pods.filter(({ columns }) => columns.status === 'Completed').length
  if (completed === 0) return `${ready}/${pods.length} pods ready`
  const rest = pods.length - completed
  return rest === 0 ? `${completed} pods completed` : `${ready}/${rest} ready, ${completed} completed`
}

function podsOfNode(run: Run, node: ContainerNode | PodNode) {
  if (run.history === null || !isOfOpenDesign(run)) return null
  const found = originAt(useDesigner.getState().manifest, node.path)
  return found === null ? null : podsOf(run.pods, found.namespace, found.origin)
}
