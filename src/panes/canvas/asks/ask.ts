import type { Change } from '../../../core/kubernetes/change'
import type { Path } from '../../../core/kubernetes/path'
import type { Role } from '../../../core/kubernetes/roles'

/** What the canvas asks in place before it makes something. */
export type Ask = { readonly at: Spot } & (
  | { readonly kind: 'container'; readonly role: Role; readonly podSpec: Path }
  | { readonly kind: 'mount'; readonly container: Path; readonly volume: string }
  | { readonly kind: 'mountPath'; readonly path: Path }
  /** `name`: of the ConfigMap or Secret; null where that is asked too. */
  | {
      readonly kind: 'key'
      readonly container: Path
      readonly of: 'ConfigMap' | 'Secret'
      readonly name: string | null
    }
  | { readonly kind: 'podField'; readonly container: Path }
  | { readonly kind: 'name'; readonly path: Path }
)

/** A point of the pane, in pixels from its top left corner. */
export interface Spot {
  readonly x: number
  readonly y: number
}

/** What a form in place takes. */
export interface AskProps<K extends Ask['kind']> {
  readonly ask: Extract<Ask, { kind: K }>
  /** Takes the change to make and what to say about it. */
  readonly onDone: Answer
  readonly onCancel: () => void
}

/** Called with what the form makes: a change and words for it. */
export type Answer = (change: Change, said: string) => void
