import type { Json } from '../../../core/kubernetes/json'
import { valueAt, type Path } from '../../../core/kubernetes/path'
import { workloadAt } from '../../../core/kubernetes/workloadKinds'
import { handlerInWords, probeInWords, type ProbeName } from '../../../core/words/probeInWords'
import {
  daemonSetStrategyInWords,
  statefulSetStrategyInWords,
  strategyInWords,
} from '../../../core/words/strategyInWords'
import { useDesigner } from '../../../store/designer'
import styles from './schema.module.css'

/** A line that says what some fields mean together, if there is anything to say. Renders anew only when the words change. */
export function InWords({ words }: { readonly words: (manifest: readonly Json[]) => string }) {
  const said = useDesigner(({ manifest }) => words(manifest))
  return said === '' ? null : <p className={styles.inWords}>{said}</p>
}

/** A line that says what a value means. */
export function ValueInWords({
  path,
  words,
}: {
  readonly path: Path
  readonly words: (value: Json | undefined) => string
}) {
  return <InWords words={(manifest) => words(valueAt(manifest, path))} />
}

const PROBES: readonly ProbeName[] = ['startupProbe', 'readinessProbe', 'livenessProbe']

/** How a probe is asked and what follows. */
export function ProbeWords({ path }: { readonly path: Path }) {
  const name = PROBES.find((probe) => probe === path.at(-1)) ?? 'livenessProbe'
  return <InWords words={(manifest) => sentence(probeInWords(valueAt(manifest, path), name))} />
}

/** What a hook does, and when. */
export function HandlerWords({ path }: { readonly path: Path }) {
  const when =
    path.at(-1) === 'preStop'
      ? 'before it is told to stop; the grace period runs meanwhile'
      : 'right after its start, beside its command'
  return <InWords words={(manifest) => sentence(`${handlerInWords(valueAt(manifest, path))}, ${when}.`)} />
}

const STRATEGIES: Readonly<Record<string, (strategy: Json | undefined, replicas: number) => string>> = {
  Deployment: strategyInWords,
  StatefulSet: statefulSetStrategyInWords,
  DaemonSet: daemonSetStrategyInWords,
}

/** What a rollout of this workload looks like. */
export function StrategyWords({ path }: { readonly path: Path }) {
  return (
    <InWords
      words={(manifest) => {
        const workload = workloadAt(manifest, path)
        return STRATEGIES[workload?.row.kind ?? '']?.(valueAt(manifest, path), workload?.replicas ?? 1) ?? ''
      }}
    />
  )
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
