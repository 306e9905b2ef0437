import type { Change } from '../../kubernetes/change'
import type { Path } from '../../kubernetes/path'
import type { Design } from './design/design'

/** A place in the design where a piece of advice applies. */
export interface Finding {
  readonly path: Path
  readonly message: string
  /** False where the rule's fix would not do here. */
  readonly fixable?: boolean
}

/** A rule about what the server lets pass and production punishes. */
export interface Advice {
  /** In kebab-case; `# podwright-ignore: <id>` names it, and its file is called after it. */
  readonly id: string
  readonly level: 'error' | 'warning' | 'info'
  readonly title: string
  /** Why it matters, in two sentences. */
  readonly why: string
  readonly mend: string
  /** A manifest that the rule speaks of, and the same without the mistake. */
  readonly bad: string
  readonly good: string
  /** The page of kubernetes.io that explains it. */
  readonly docs: string
  readonly check: (design: Design) => readonly Finding[]
  /** What mends it by one click, where that is safe: takes the path of the finding. */
  readonly fix?: { readonly label: string; readonly change: (path: Path) => Change }
}
