import type { ClusterHistory } from '../../../core/simulator/history/clusterHistory'
import { Card } from './Card'
import type { Pointed } from './drawn'
import { ExplanationCard } from './ExplanationCard'
import { MarkCard } from './MarkCard'

/** What a {@link PointedCard} takes. */
export interface PointedCardProps {
  readonly history: ClusterHistory
  readonly pointed: Pointed
  /** The right edge that the card keeps to. */
  readonly right: number
  /** The pointer is on the card: it stays. */
  readonly onHold: (isHeld: boolean) => void
}

/** What there is to say of what is pointed at. */
export function PointedCard({ history, pointed, right, onHold }: PointedCardProps) {
  return (
    <Card anchor={pointed.anchor} right={right} onHold={onHold}>
      {pointed.kind === 'marks' ? (
        <MarkCard history={history} marks={pointed.marks} />
      ) : (
        <ExplanationCard history={history} pod={pointed.pod} life={pointed.life} index={pointed.index} />
      )}
    </Card>
  )
}
