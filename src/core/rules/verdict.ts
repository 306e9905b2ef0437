import type { Change } from '../kubernetes/change'
import type { Path } from '../kubernetes/path'
import type { Source, TextEdit, TextRange } from '../yaml/source'

/** Who says it: the reader of the request, the validation, pod security admission, or Podwright itself. */
export type DiagnosticSource = 'decode' | 'api-server' | 'pod-security' | 'advice'

/** How something is mended by one click: by a change of the documents, or of what the text says besides them. */
export type Fix = {
  /** What the click does, e.g. `Add a readiness probe`. */
  readonly label: string
} & ({ readonly change: Change } | { readonly rewrite: (source: Source) => readonly TextEdit[] })

/** Something said of a place in a document. */
export interface Diagnostic {
  readonly path: Path
  /** Where it stands in the text, where it is said of no document's part: of a comment. */
  readonly range?: TextRange
  readonly level: 'error' | 'warning' | 'info'
  /** What kind of thing is said: a reason of the server's, or the rule's own id. */
  readonly id: string
  readonly reason: string
  readonly message: string
  readonly source: DiagnosticSource
  /** A change of the design that mends it, where one is safe. */
  readonly fix?: Fix
}

/** A cause of a rejection, as the server's answer lists it. */
export interface Cause {
  readonly field: string
  readonly reason: string
  readonly message: string
}

/** What the API server would answer to a document. */
export interface Verdict {
  readonly accepted: boolean
  /** 201 accepted, 400 not readable, 403 forbidden, 404 no such namespace, 422 invalid, 0: the server has no such kind. */
  readonly status: 0 | 201 | 400 | 403 | 404 | 422
  /** The answer's message; empty where it is accepted. */
  readonly message: string
  readonly causes: readonly Cause[]
  readonly warnings: readonly string[]
  /** What pod security admission warns of at each level; empty for what makes no pods, or is rejected. */
  readonly podSecurity: { readonly baseline: readonly string[]; readonly restricted: readonly string[] }
  readonly diagnostics: readonly Diagnostic[]
}
