import type { ClusterHistory } from '../clusterHistory'
import { DOCS } from '../explanations/transition'
import type {
  ContainerPlace,
  FileHappening,
  LogHappening,
  RequestHappening,
  RuntimeHappening,
} from '../happening'
import { explainProbe } from './explainProbe'
import type { ExplainedMark, Mark } from './mark'

/** Takes a history and a mark of it; gives what it means. */
export function explainMark(history: ClusterHistory, mark: Mark): ExplainedMark {
  switch (mark.type) {
    case 'probe':
      return explainProbe(history, mark)
    case 'log':
      return ofLog(mark)
    case 'file':
      return ofFile(mark)
    case 'request':
      return ofRequest(mark)
    case 'runtime':
      return ofRuntime(mark)
    case 'intervention':
      return { title: 'You did this', isWrong: false, verbatim: '', words: [mark.words], source: null }
  }
}

function ofLog({ container, stream, attempt, text }: LogHappening): ExplainedMark {
  return {
    title: `${container} wrote to ${stream}`,
    isWrong: false,
    verbatim: text,
    words: [attempt === 0 ? '' : `In its run after restart ${attempt}.`].filter((each) => each !== ''),
    source: { rule: 'pkg/kubelet/kuberuntime/logs/logs.go, ReadLogs', docs: DOCS.logs },
  }
}

const ACCESSES = { read: 'read', write: 'wrote', remove: 'removed' } as const

function ofFile({ container, access, volume, mountPath, path, bytes }: FileHappening): ExplainedMark {
  const size = access === 'remove' ? '' : `${bytes === 1 ? '1 byte' : `${bytes} bytes`}, `
  return {
    title: `${container} ${ACCESSES[access]} a file`,
    isWrong: false,
    verbatim: `${mountPath.replace(/\/$/, '')}/${path.replace(/^\//, '')}`,
    words: [`${size}in the volume ${volume}. Every container that mounts it sees the same files.`],
    source: { rule: 'pkg/kubelet/kubelet_pods.go, makeMounts', docs: DOCS.volumes },
  }
}

const ERRORS: Readonly<Record<string, string>> = {
  refused: 'The connection was refused: nobody listens on that port.',
  timeout: 'Nobody answered.',
  'no such host': 'There is no such name in the cluster’s DNS.',
}

function ofRequest({
  from,
  to,
  host,
  port,
  path,
  protocol,
  service,
  result,
  took,
}: RequestHappening): ExplainedMark {
  const isAnswered = 'status' in result
  const answer = isAnswered
    ? result.status === 0
      ? 'The connection was taken.'
      : `Status ${result.status}.`
    : (ERRORS[result.error] ?? `${result.error}.`)
  const asker = from === null ? (service === null ? 'the kubelet' : 'outside') : placeWords(from)
  return {
    title: `${asker} → ${to === null ? 'nobody' : placeWords(to)}`,
    isWrong: !isAnswered || result.status >= 400,
    verbatim: `${protocol}://${host}:${port}${path}`,
    words: [
      `${answer} It took ${took} ms.`,
      service === null
        ? 'It went straight to the address, without a Service.'
        : `The Service ${service.name} leads to one of its pods that are ready.`,
    ],
    source: { rule: 'pkg/proxy/iptables/proxier.go, syncProxyRules', docs: DOCS.services },
  }
}

function placeWords({ pod, container }: ContainerPlace): string {
  return `${container} of ${pod}`
}

const SIGNALS = {
  start: { title: 'was started', words: 'The container runtime has started its process.' },
  exit: { title: 'has ended', words: 'Its main process is over.' },
  sigterm: {
    title: 'got a SIGTERM',
    words: 'It is asked to end by itself; what still runs when the grace period is over gets a SIGKILL.',
  },
  sigkill: {
    title: 'got a SIGKILL',
    words: 'Its grace period was over, or somebody killed it: it ends at once.',
  },
} as const

function ofRuntime({ container, what }: RuntimeHappening): ExplainedMark {
  const { title, words } = SIGNALS[what]
  return {
    title: `${container} ${title}`,
    isWrong: what === 'sigkill',
    verbatim: '',
    words: [words],
    source: {
      rule: 'pkg/kubelet/kuberuntime/kuberuntime_container.go, killContainer',
      docs: DOCS.termination,
    },
  }
}
