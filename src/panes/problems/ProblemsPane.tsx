import { useState } from 'react'
import type { Json } from '../../core/kubernetes/json'
import { formatPath } from '../../core/kubernetes/path'
import { typeOfDocument } from '../../core/kubernetes/schema/schema'
import { useDesigner } from '../../store/designer'
import { askPodSecurity, useProblems } from '../../store/problems'
import { SelectField } from '../../ui/SelectField'
import { LEVEL_ICONS, LEVEL_INKS, type Level } from '../../ui/levels'
import { groupsOf, LEVELS } from './groups'
import { ProblemRow } from './ProblemRow'
import styles from './problems.module.css'

const WORDS: Readonly<Record<Level, readonly [one: string, many: string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['hint', 'hints'],
}

/** All that the judge says of the design, by object; each line goes to its place in all panes. */
export function ProblemsPane() {
  const shown = useProblems((problems) => problems.shown)
  const isJudged = useProblems((problems) => problems.isJudged)
  const manifest = useDesigner((designer) => designer.readable.documents)
  const unreadable = useDesigner(({ source }) => source.problem)
  const [hidden, setHidden] = useState<ReadonlySet<Level>>(new Set())
  const groups = groupsOf(manifest, shown, new Set(LEVELS.filter((level) => !hidden.has(level))))
  const toggle = (level: Level): void => {
    const next = new Set(hidden)
    if (!next.delete(level)) next.add(level)
    setHidden(next)
  }
  return (
    <section aria-label="Problems" className={styles.pane}>
      <header className={styles.head}>
        <h2 className="visually-hidden">Problems</h2>
        {LEVELS.map((level) => {
          const count = shown.filter((problem) => problem.level === level).length
          const Icon = LEVEL_ICONS[level]
          return (
            <button
              key={level}
              type="button"
              className={styles.filter}
              aria-pressed={!hidden.has(level)}
              onClick={() => toggle(level)}
            >
              <Icon aria-hidden size={13} style={{ color: LEVEL_INKS[level] }} />
              {`${count} ${WORDS[level][count === 1 ? 0 : 1]}`}
            </button>
          )
        })}
        <span className={styles.space} />
        <PodSecurity />
      </header>
      <div className={styles.list} data-problems tabIndex={-1}>
        {unreadable === null ? null : (
          <p className={styles.none}>
            {`The YAML can’t be read at line ${unreadable.line}: ${unreadable.message} What follows is said of what could last be read.`}
          </p>
        )}
        {groups.length === 0 ? (
          <p className={styles.none}>{isJudged ? nothing(shown.length, manifest) : 'Checking…'}</p>
        ) : null}
        {groups.map(({ index, kind, name, problems }) => (
          <section key={index} className={styles.group} aria-label={`${kind} ${name}`}>
            <h3 className={styles.object}>
              {kind} <span className={styles.name}>{name}</span>
            </h3>
            <ul className={styles.rows}>
              {problems.map((problem) => (
                <ProblemRow
                  key={`${problem.id} ${formatPath(problem.path)} ${problem.message} ${problem.range?.start ?? ''}`}
                  problem={problem}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  )
}

const LEVELS_OF_SECURITY = [
  { value: '', label: 'No pod security', hint: 'What the namespace enforces is not asked.' },
  { value: 'baseline', label: 'Pod security: baseline', hint: 'Forbids what lets a pod take over its node.' },
  {
    value: 'restricted',
    label: 'Pod security: restricted',
    hint: 'Forbids what hardened pods can do without.',
  },
]

/** Which level of the Pod Security Standards the design has to meet. */
function PodSecurity() {
  const level = useProblems((problems) => problems.podSecurity)
  return (
    <SelectField
      layout="bare"
      label="Pod security level"
      value={level ?? ''}
      options={LEVELS_OF_SECURITY}
      onChange={(next) => askPodSecurity(next === 'baseline' || next === 'restricted' ? next : null)}
    />
  )
}

function nothing(problems: number, manifest: readonly Json[]): string {
  if (problems > 0) return 'Nothing of the levels that are switched on.'
  const said = manifest.filter((document) => document !== null)
  const unknown = said.filter((document) => typeOfDocument(document) === null).length
  if (said.length === unknown)
    return said.length === 0
      ? 'There is nothing to judge yet.'
      : 'Of these kinds Podwright does not know what a server asks: they are not judged.'
  return unknown === 0
    ? 'A Kubernetes 1.36 API server would take this design as it is.'
    : 'A Kubernetes 1.36 API server would take what Podwright knows of this design; other kinds are not judged.'
}
