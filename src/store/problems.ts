import { create } from 'zustand'
import { isWithin, type Path } from '../core/kubernetes/path'
import type { About } from '../core/rules/diagnose'
import type { PodSecurityLevel } from '../core/rules/podSecurity/podSecurity'
import type { Diagnostic } from '../core/rules/verdict'
import type { Source } from '../core/yaml/source'
import { useDesigner, type Designer } from './designer'
import { readPreference, writePreference } from './preferences'

/** What is said of the design. */
export interface Problems {
  /** Worst first within a document; what is half typed is not among them yet. */
  readonly shown: readonly Diagnostic[]
  /** Whether the judge has come and seen the design. */
  readonly isJudged: boolean
  /** The level of pod security that is asked for; null: none. */
  readonly podSecurity: PodSecurityLevel | null
  /** Takes a diagnostic's id; gives why it matters and how it is mended, where there is more to say than the message. */
  readonly aboutOf: (id: string) => About | null
}

/** What the judge says of the last text that could be read. */
export const useProblems = create<Problems>()(() => ({
  shown: [],
  isJudged: false,
  podSecurity: levelFrom(readPreference('pod-security')),
  aboutOf: () => null,
}))

/** How long a new problem waits while somebody types. */
const PATIENCE_MILLISECONDS = 1000

/** How long after a change the judge is asked: the change is painted first. */
const BREATH_MILLISECONDS = 60

/** Who says what is wrong, and why it matters. */
export interface Judge {
  readonly diagnose: (source: Source, level: PodSecurityLevel | null) => readonly Diagnostic[]
  readonly aboutOf: Problems['aboutOf']
}

/**
 * Takes what brings the judge (it is loaded when the page is idle); from then on keeps {@link useProblems} up to date.
 * Gives what ends that.
 */
export function watchProblems(load: () => Promise<Judge>): () => void {
  let judge: Judge | null = null
  let breath: ReturnType<typeof setTimeout> | undefined
  let calm: ReturnType<typeof setTimeout> | undefined

  const look = (isCalm: boolean): void => {
    if (judge === null) return
    const { shown, podSecurity } = useProblems.getState()
    const next = settled(shown, judge.diagnose(useDesigner.getState().readable, podSecurity), isCalm)
    if (next !== shown) useProblems.setState({ shown: next })
  }
  const onChange = (now: Designer, before: Designer): void => {
    if (now.readable === before.readable) return
    const isTyping =
      now.revision.origin === 'type' || (now.revision.origin === 'edit' && now.revision.topic !== '')
    clearTimeout(breath)
    clearTimeout(calm)
    breath = setTimeout(() => look(!isTyping), BREATH_MILLISECONDS)
    if (isTyping) calm = setTimeout(() => look(true), PATIENCE_MILLISECONDS)
  }
  const stop = useDesigner.subscribe(onChange)
  const stopLevel = useProblems.subscribe((now, before) => {
    if (now.podSecurity !== before.podSecurity) look(true)
  })
  void load().then((loaded) => {
    judge = loaded
    look(true)
    useProblems.setState({ isJudged: true, aboutOf: loaded.aboutOf })
  })
  return () => {
    stop()
    stopLevel()
    clearTimeout(breath)
    clearTimeout(calm)
  }
}

/** Asks for a level of pod security from now on, in this browser; null: for none. */
export function askPodSecurity(level: PodSecurityLevel | null): void {
  writePreference('pod-security', level ?? '')
  useProblems.setState({ podSecurity: level })
}

function levelFrom(remembered: string | null): PodSecurityLevel | null {
  return remembered === 'baseline' || remembered === 'restricted' ? remembered : null
}

/** Where and what, not in which words: a value that is quoted in the message changes with every letter. */
const keyOf = ({ source, id, path }: Diagnostic): string => JSON.stringify([source, id, path])

/**
 * Takes what is shown, what is found and whether nobody is typing; gives what to show now. What is mended goes at
 * once, what is shown already stays with its newest words, what is new waits until it is calm.
 */
export function settled(
  shown: readonly Diagnostic[],
  found: readonly Diagnostic[],
  isCalm: boolean,
): readonly Diagnostic[] {
  const known = new Set(shown.map(keyOf))
  const next = isCalm ? found : found.filter((diagnostic) => known.has(keyOf(diagnostic)))
  const isSame =
    next.length === shown.length &&
    next.every((diagnostic, index) => {
      const before = shown[index]
      return (
        before !== undefined &&
        diagnostic.message === before.message &&
        diagnostic.range?.start === before.range?.start &&
        keyOf(diagnostic) === keyOf(before)
      )
    })
  return isSame ? shown : next
}

/** Takes diagnostics and a path; gives those of what is there, or below. */
export function problemsWithin(shown: readonly Diagnostic[], path: Path): readonly Diagnostic[] {
  return shown.filter((diagnostic) => isWithin(diagnostic.path, path))
}
