import { TriangleAlert, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { shownName, type DiagramNode, type NodePart } from '../../../core/diagram/node'
import { samePath } from '../../../core/kubernetes/path'
import { useDesigner } from '../../../store/designer'
import { LOOKS } from '../looks'
import styles from './Card.module.css'
import { useIsTarget } from './useIsTarget'
import { ProblemBadge } from './ProblemBadge'

/** What a {@link Card} takes. */
export interface CardProps {
  readonly node: DiagramNode
  readonly selected: boolean
  readonly shape: 'process' | 'store' | 'object'
  /** Nothing in this manifest stands behind it. */
  readonly loose?: boolean
  readonly tag?: string
  readonly children: ReactNode
}

/** A card of the diagram: icon, name, tag, and below them what the kind of thing has to say. */
export function Card({ node, selected, shape, loose = false, tag, children }: CardProps) {
  const isTarget = useIsTarget(node)
  const { Icon, ink, soft } = LOOKS[node.concept]
  return (
    <div
      className={styles.card}
      style={{ '--ink': ink, '--soft': soft }}
      data-shape={shape}
      data-loose={loose ? '' : undefined}
      data-selected={selected ? '' : undefined}
      data-target={isTarget ? '' : undefined}
    >
      <div className={styles.top}>
        <Icon aria-hidden className={styles.icon} />
        <Name name={node.label} />
        {tag === undefined ? null : <span className={styles.tag}>{tag}</span>}
      </div>
      {children}
      <ProblemBadge node={node} />
    </div>
  )
}

/** A name as written, cut where there is no room; the whole of it shows on hover. */
export function Name({ name }: { readonly name: string }) {
  return (
    <span className={styles.name} data-empty={name === '' ? '' : undefined} title={name}>
      {shownName(name)}
    </span>
  )
}

/** What a {@link Line} takes. */
export interface LineProps {
  readonly text: string
  readonly title?: string
  readonly warn?: boolean
  readonly Icon?: LucideIcon
}

/** A line of small text on a card. A warning has its sign. */
export function Line({ text, title, warn = false, Icon = TriangleAlert }: LineProps) {
  return (
    <div className={styles.line} title={title ?? text} data-warn={warn ? '' : undefined}>
      {warn ? <Icon aria-hidden /> : null}
      {text}
    </div>
  )
}

/** The ports or other parts of a card, each to be picked by itself. */
export function Chips({ parts, of }: { readonly parts: readonly NodePart[]; readonly of: string }) {
  if (parts.length === 0) return null
  return (
    <div className={styles.chips}>
      {parts.map((part) => (
        <Chip key={part.path.join('/')} part={part} of={of} />
      ))}
    </div>
  )
}

function Chip({ part, of }: { readonly part: NodePart; readonly of: string }) {
  const isSelected = useDesigner((designer) => samePath(designer.selected, part.path))
  const what = `${part.word} ${part.label} of ${shownName(of)}`
  return (
    // Not a stop of its own for Tab: the card is one, and its line leads to the part as well.
    <button
      type="button"
      tabIndex={-1}
      className={`${styles.chip} nopan`}
      data-selected={isSelected ? '' : undefined}
      data-warn={part.problem === null ? undefined : ''}
      data-path={JSON.stringify(part.path)}
      aria-label={part.problem === null ? what : `${what}, ${part.problem}`}
      title={part.problem ?? what}
      onClick={(event) => {
        event.stopPropagation()
        useDesigner.getState().select(part.path)
      }}
    >
      {part.problem === null ? null : <TriangleAlert aria-hidden />}
      <span className={styles.chipText}>{part.label}</span>
    </button>
  )
}
