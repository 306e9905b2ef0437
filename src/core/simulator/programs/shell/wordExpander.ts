import type { Steps } from '../../clock'
import type { ShellState } from './shellState'
import type { Streams } from './streams'
import type { Script, Word } from './syntax'

/** What a parameter's operation needs to expand its own words. */
export interface WordExpander {
  text(word: Word, state: ShellState, streams: Streams): Steps<string>
  pattern(word: Word, state: ShellState, streams: Streams): Steps<string>
  substitute(script: Script, state: ShellState, streams: Streams): Steps<string>
}
