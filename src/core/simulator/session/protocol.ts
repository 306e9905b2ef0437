import type { Json } from '../../kubernetes/json'
import type { FileStat } from '../filesystem/fileSystem'
import type { Happening } from '../history/happening'
import type { Intervention } from './intervention'

/** A file or directory of a volume or container, as it is now. */
export interface FileEntry extends FileStat {
  readonly name: string
  /** Where a symlink leads; '' for others. */
  readonly target: string
}

/**
 * What stands at a path: a directory's entries, a file's text (null where it is no text), why it can't be read, or from
 * when on it is known.
 */
export type FileAnswer =
  | { readonly entries: readonly FileEntry[] }
  | { readonly text: string | null; readonly size: number }
  | { readonly error: string }
  | { readonly knownFrom: number }

/** What the page asks a session in its worker for. */
export type SessionRequest =
  /** Begins: the objects of the design, a seed for names, and when time 0 is (milliseconds since 1970). */
  | {
      readonly ask: 'start'
      readonly documents: readonly Json[]
      readonly seed: number
      readonly epoch: number
    }
  /** Lets time go on to a moment (milliseconds of virtual time). */
  | { readonly ask: 'advance'; readonly to: number }
  /** `kubectl apply` of the whole design as it is now; what is no longer in it is deleted. */
  | { readonly ask: 'apply'; readonly documents: readonly Json[] }
  | { readonly ask: 'intervene'; readonly intervention: Intervention }
  /** A line typed in a terminal; what it writes comes as `output`, its end as `ended`, with the same id. */
  | { readonly ask: 'run'; readonly id: number; readonly line: string; readonly columns: number }
  | { readonly ask: 'interrupt'; readonly id: number }
  /** What is typed while a line runs that reads it, with its line end; null: nothing more will be (Ctrl-D). */
  | { readonly ask: 'type'; readonly id: number; readonly text: string | null }
  | { readonly ask: 'complete'; readonly id: number; readonly line: string; readonly cursor: number }
  /** A path of a container's files, at a moment of the past or now (null). */
  | {
      readonly ask: 'files'
      readonly id: number
      readonly namespace: string
      readonly pod: string
      readonly container: string
      readonly path: string
      readonly time: number | null
    }

/** What a session says. */
export type SessionReply =
  /** Time has come to `now`; what happened since the last such reply. `isBusy`: a line that was typed has not ended. */
  | {
      readonly say: 'advanced'
      readonly now: number
      readonly happenings: readonly Happening[]
      readonly isBusy: boolean
    }
  | { readonly say: 'output'; readonly id: number; readonly text: string }
  /** The line reads what is typed from now on. */
  | { readonly say: 'reads'; readonly id: number }
  | { readonly say: 'ended'; readonly id: number; readonly exitCode: number }
  /** What may stand at the cursor, and from which column of the line on. */
  | {
      readonly say: 'completions'
      readonly id: number
      readonly from: number
      readonly words: readonly string[]
    }
  | { readonly say: 'files'; readonly id: number; readonly answer: FileAnswer }
  /** What `apply` said, a line an object. */
  | { readonly say: 'applied'; readonly lines: readonly string[] }
  | { readonly say: 'failed'; readonly message: string }
