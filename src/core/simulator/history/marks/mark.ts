import type {
  FileHappening,
  InterventionHappening,
  LogHappening,
  ProbeHappening,
  RequestHappening,
  RuntimeHappening,
} from '../happening'
import type { Timed } from '../recent'

/** Something that happened at one moment, as a mark of a lane. */
export type Mark = Timed &
  (
    | FileHappening
    | InterventionHappening
    | LogHappening
    | ProbeHappening
    | RequestHappening
    | RuntimeHappening
  )

/** What a mark means. */
export interface ExplainedMark {
  /** What happened, in a few words. */
  readonly title: string
  readonly isWrong: boolean
  /** What was written or asked for, word for word; '' where there is nothing of the kind. */
  readonly verbatim: string
  /** Plain sentences. */
  readonly words: readonly string[]
  /** The file of Kubernetes that has the rule, and a page that says more; null where no rule stands behind it. */
  readonly source: { readonly rule: string; readonly docs: string } | null
}
