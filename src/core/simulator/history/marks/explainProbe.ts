import { handlerInWords, probeInWords } from '../../../words/probeInWords'
import type { Json } from '../../../kubernetes/json'
import { isObject } from '../../../kubernetes/json'
import type { Probe } from '../../../kubernetes/schema/types-1.36'
import { PROBES } from '../../kubelet/probeResults'
import type { ClusterHistory } from '../clusterHistory'
import { DOCS } from '../explanations/transition'
import type { ProbeHappening } from '../happening'
import { containerKey } from '../place'
import { countUpTo, type Timed } from '../recent'
import type { ExplainedMark } from './mark'

/** How each way to probe says that all is well, and the file of Kubernetes that has the rule. */
const WAYS = {
  httpGet: {
    well: 'It answered with a status from 200 to 399.',
    rule: 'pkg/probe/http/http.go, DoHTTPProbe',
  },
  tcpSocket: { well: 'The port took the connection.', rule: 'pkg/probe/tcp/tcp.go, DoTCPProbe' },
  grpc: { well: 'It answered SERVING.', rule: 'pkg/probe/grpc/grpc.go, Probe' },
  exec: { well: 'The command ended with exit code 0.', rule: 'pkg/probe/exec/exec.go, Probe' },
} as const satisfies Readonly<Record<string, { readonly well: string; readonly rule: string }>>

const KEYS = ['httpGet', 'tcpSocket', 'grpc', 'exec'] as const

/** Takes a history and a probe that was carried out; gives what was asked, what the answer was, and what the kubelet makes of it. */
export function explainProbe(history: ClusterHistory, mark: ProbeHappening & Timed): ExplainedMark {
  const { namespace, pod, container, probe: type, passed, words, time } = mark
  const field = PROBES[type]
  const life = history.podAt(namespace, pod, time)?.containers.find(({ name }) => name === container)
  const probe = life?.container[field]
  const spec = jsonOf(probe)
  const way = KEYS.find((key) => probe?.[key] !== undefined) ?? 'exec'
  const row = rowOf(history, mark)
  return {
    title: `${field} ${passed ? 'passed' : 'failed'}`,
    isWrong: !passed,
    verbatim: handlerInWords(spec),
    words: [
      passed ? WAYS[way].well : sentence(words),
      passed ? '' : `That makes ${row} in a row; ${probe?.failureThreshold ?? 3} count as a failure.`,
      probeInWords(spec, field),
    ].filter((each) => each !== ''),
    source: { rule: WAYS[way].rule, docs: DOCS.probes },
  }
}

/** How often it has failed in a row, up to and with this time. */
function rowOf(history: ClusterHistory, mark: ProbeHappening & Timed): number {
  const all = history.probes.at(containerKey(mark))
  let row = 0
  for (let index = countUpTo(all, mark.time) - 1; index >= 0; index -= 1) {
    const other = all[index]
    if (other === undefined || (other.probe === mark.probe && other.passed)) break
    if (other.probe === mark.probe) row += 1
  }
  return row
}

function jsonOf(probe: Probe | undefined): Json | undefined {
  return isObject(probe) ? probe : undefined
}

function sentence(words: string): string {
  return words === '' || /[.!?]$/.test(words) ? words : `${words}.`
}
