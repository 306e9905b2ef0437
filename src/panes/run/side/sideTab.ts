import type { ClusterHistory } from '../../../core/simulator/history/clusterHistory'
import type { ContainerPlace } from '../../../core/simulator/history/happening'

/** What a tab about the chosen container is given. */
export interface SideTabProps {
  readonly history: ClusterHistory
  readonly place: ContainerPlace
  /** The moment that is shown. */
  readonly moment: number
}
