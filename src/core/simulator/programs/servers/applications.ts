import type { Steps } from '../../clock'
import type { ReceivedRequest } from '../../network/request'
import { flagsOf } from '../images/flags'
import { imageRow } from '../images/imageRow'
import type { ImageRow } from '../images/imageRow'
import { http, pages, pathnameOf, untilTerm } from '../images/serving'
import type { Process, Program } from '../process'
import { goBindProblem, onlyHttp, serverProgram } from '../serverProgram'
import { isoStamp, slashStamp } from '../stamps'

const JAVA_BIND = 'Web server failed to start. Port'

/** A Java service takes its time: class loading and dependency injection, 25 s on a small share of a CPU. */
const JAVA_BOOT = 25_000

/** A Java service with health checks, as frameworks make them; what is in the jar, nobody knows. */
const javaService = serverProgram({
  bootTime: JAVA_BOOT,
  stream: 'stdout',
  starting: ({ clock }) => [
    `${isoStamp(clock)}  INFO 1 --- [main] Application : Starting Application using Java 21`,
  ],
  ports: () => [
    {
      port: 8080,
      handle: onlyHttp(
        pages({
          '/': () => http(200, 'Hello\n'),
          '/healthz': () => http(200, 'ok'),
          '/readyz': () => http(200, 'ok'),
          '/livez': () => http(200, 'ok'),
          '/actuator/health': () => http(200, '{"status":"UP"}', 'application/json'),
          '/actuator/health/liveness': () => http(200, '{"status":"UP"}', 'application/json'),
          '/actuator/health/readiness': () => http(200, '{"status":"UP"}', 'application/json'),
        }),
      ),
    },
  ],
  started: ({ clock }) => [
    `${isoStamp(clock)}  INFO 1 --- [main] TomcatWebServer : Tomcat started on port 8080 (http) with context path '/'`,
    `${isoStamp(clock)}  INFO 1 --- [main] Application : Started Application in 24.8 seconds`,
  ],
  bindProblem: (_, port) => [
    '***************************',
    'APPLICATION FAILED TO START',
    '***************************',
    `${JAVA_BIND} ${port} was already in use.`,
  ],
  exitCode: 143,
})

/** `java -version` says what it is, `jshell` ends where nobody types; anything else runs a service. */
function* java(process: Process): Steps<number> {
  if (process.command.some((word) => /^--?version$/.test(word))) {
    process.write('stderr', 'openjdk version "21.0.6" 2025-01-21 LTS\n')
    return 0
  }
  if (process.command[0]?.endsWith('jshell') === true) {
    process.write('stdout', '|  Welcome to JShell -- Version 21.0.6\n')
    return 0
  }
  return yield* javaService(process)
}

const reviews = serverProgram({
  bootTime: 8000,
  stream: 'stdout',
  starting: () => ['Launching defaultServer (Open Liberty 22.0.0.8) on Eclipse OpenJ9 VM (en_US)'],
  ports: () => [
    {
      port: 9080,
      handle: onlyHttp(
        pages(
          { '/health': () => http(200, '{"status": "Reviews is healthy"}', 'application/json') },
          (request) =>
            /^\/reviews\/\d+$/.test(pathnameOf(request))
              ? http(
                  200,
                  `{"id": "${pathnameOf(request).slice(9)}","podname": "reviews","reviews": [{  "reviewer": "Reviewer1",  "text": "An extremely entertaining play by Shakespeare."}]}`,
                  'application/json',
                )
              : http(404, ''),
        ),
      ),
    },
  ],
  started: () => [
    '[AUDIT   ] CWWKF0011I: The defaultServer server is ready to run a smarter planet. The defaultServer server started in 7.9 seconds.',
  ],
  bindProblem: (_, port) => [`[ERROR   ] CWWKO0221E: TCP/IP port ${port} is in use.`],
})

function netexecPort({ command }: Process): number {
  return Number(flagsOf(command).get('http-port') ?? 8080)
}

function netexecAnswer(process: Process, request: ReceivedRequest) {
  const { clock, hostname } = process
  const path = pathnameOf(request)
  const query = new Map(
    (request.path.split('?')[1] ?? '')
      .split('&')
      .map((pair) => [pair.split('=')[0] ?? '', pair.split('=')[1] ?? '']),
  )
  process.write('stderr', `${slashStamp(clock)} GET ${path}\n`)
  if (path === '/') return http(200, `NOW: ${isoStamp(clock)}`)
  if (path === '/healthz') return http(200, '')
  if (path === '/hostname' || path === '/hostName') return http(200, hostname)
  if (path === '/clientip') return http(200, `${request.from}:40000`)
  if (path === '/echo') return http(Number(query.get('code') ?? 200), query.get('msg') ?? '')
  return http(404, '404 page not found\n')
}

const netexec = serverProgram({
  starting: (process) => [`${slashStamp(process.clock)} Started HTTP server on port ${netexecPort(process)}`],
  ports: (process) => [
    { port: netexecPort(process), handle: onlyHttp((request) => netexecAnswer(process, request)) },
  ],
  started: (process) => [
    `${slashStamp(process.clock)} Started UDP server on port ${flagsOf(process.command).get('udp-port') ?? '8081'}`,
  ],
  bindProblem: ({ clock }, port, words) => [`${slashStamp(clock)} ${goBindProblem(port, words)}`],
})

function* paused(process: Process): Steps<number> {
  yield* untilTerm(process)
  process.write('stderr', 'Shutting down, got signal: Terminated\n')
  return 0
}

const AGNHOST: Readonly<Record<string, Program>> = {
  netexec,
  pause: paused,
  'test-webserver': netexec,
  'serve-hostname': netexec,
}

/** agnhost does what its first argument says; without one it waits. */
function* agnhost(process: Process): Steps<number> {
  return yield* (AGNHOST[process.command[1] ?? 'pause'] ?? paused)(process)
}

/** Applications. */
export const APPLICATION_IMAGES: readonly ImageRow[] = [
  imageRow({
    id: 'java',
    images: ['eclipse-temurin', 'amazoncorretto', 'openjdk'],
    about:
      'Java: a service that is simulated to boot for 25 seconds and then answers health checks on port 8080.',
    source: 'https://github.com/adoptium/containers',
    userland: 'debian',
    executables: ['java', 'jshell'],
    entrypoint: [],
    cmd: ['jshell'],
    program: java,
  }),
  imageRow({
    id: 'bookinfo-reviews',
    images: [
      'istio/examples-bookinfo-reviews-v1',
      'istio/examples-bookinfo-reviews-v2',
      'istio/examples-bookinfo-reviews-v3',
    ],
    about: 'The reviews service of the Bookinfo example, on port 9080.',
    source: 'https://istio.io/latest/docs/examples/bookinfo/',
    userland: 'debian',
    executables: ['server'],
    entrypoint: [],
    cmd: ['/opt/ibm/wlp/bin/server', 'run', 'defaultServer'],
    program: reviews,
    uid: 1001,
  }),
  imageRow({
    id: 'agnhost',
    images: ['registry.k8s.io/e2e-test-images/agnhost'],
    about: 'The test program of Kubernetes: netexec is a web server on the port of --http-port.',
    source: 'https://github.com/kubernetes/kubernetes/tree/master/test/images/agnhost',
    userland: 'busybox',
    adds: ['curl'],
    executables: ['agnhost'],
    cmd: ['pause'],
    program: agnhost,
  }),
  imageRow({
    id: 'pause',
    images: ['registry.k8s.io/pause', 'gcr.io/google-containers/pause'],
    about: 'Does nothing until it is stopped.',
    source: 'https://github.com/kubernetes/kubernetes/tree/master/build/pause',
    executables: ['pause'],
    program: paused,
    uid: 65_535,
    gid: 65_535,
  }),
]
