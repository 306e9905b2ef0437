import type { Steps } from '../../clock'
import { FileError } from '../../filesystem/fileSystem'
import { http, listen, pages, pause, untilTerm } from '../images/serving'
import type { Handler } from '../images/serving'
import type { Process } from '../process'
import { onlyHttp } from '../serverProgram'
import { messageOf } from '../shell/errorMessages'
import { isoStamp } from '../stamps'

/** Until it has its certificate and configuration from istiod. */
const READY_AFTER = 2000

/** Istio's proxyv2: as `istio-iptables` it changes the pod's rules and ends; as `proxy sidecar` it is the Envoy that all traffic passes (istio.io/latest/docs/ops/deployment/application-requirements, Ports used by Istio). */
export function* istioProxy(process: Process): Steps<number> {
  const [, mode = ''] = process.command
  const log = (level: string, text: string) => {
    process.write('stderr', `${isoStamp(process.clock)}\t${level}\t${text}\n`)
  }
  if (mode === 'istio-iptables' || mode === 'istio-clean-iptables') {
    log('info', 'Istio iptables environment:')
    log(
      'info',
      'Running iptables restore with: iptables-restore and the following input:\n* nat\n-N ISTIO_INBOUND\n-N ISTIO_REDIRECT\n-N ISTIO_OUTPUT\n-A ISTIO_REDIRECT -p tcp -j REDIRECT --to-ports 15001\nCOMMIT',
    )
    yield* pause(process, 100)
    return 0
  }
  const configuration = '/etc/istio/proxy/envoy-rev.json'
  try {
    process.files.write(configuration, '{"node":{"id":"sidecar"}}\n')
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    log(
      'error',
      `failed to write bootstrap configuration: open ${configuration}: ${messageOf(error.code).toLowerCase()}`,
    )
    return 1
  }
  log('info', `FLAG: --domain="${process.command[process.command.indexOf('--domain') + 1] ?? ''}"`)
  const state = { isReady: false, isDraining: false }
  const health = pages({
    '/healthz/ready': () => (state.isReady ? http(200, '') : http(503, '')),
    '/drain': () => {
      state.isDraining = true
      log('info', 'drain requested')
      return http(200, 'OK')
    },
    '/quitquitquit': () => http(200, 'OK'),
    '/stats/prometheus': () => http(200, '# TYPE istio_requests_total counter\n'),
    '/': () => http(200, ''),
  })
  const ports: readonly (readonly [number, Handler])[] = [15_020, 15_021, 15_090, 15_001, 15_006].map(
    (port) => [port, onlyHttp(health)],
  )
  for (const [port, handle] of ports)
    if (listen(process, port, handle) !== 'listening') {
      log('error', `listen tcp :${port}: bind: address already in use`)
      return 1
    }
  if (!(yield* pause(process, READY_AFTER))) {
    state.isReady = true
    log('info', 'Envoy proxy is ready')
    yield* untilTerm(process)
  }
  log('info', 'Agent draining Proxy for 5s, then waiting for active connections to terminate...')
  const end = process.clock.now + DRAIN
  while (process.clock.now < end) yield { until: end }
  log('info', 'Agent draining period ended, terminating proxy...')
  return 0
}

/** `terminationDrainDuration`. */
const DRAIN = 5000
