import type { NetworkResponse, ReceivedRequest } from '../../network/request'
import { flagsOf } from '../images/flags'
import { imageRow } from '../images/imageRow'
import type { ImageRow } from '../images/imageRow'
import { addressOf, http, lengthOf, pages, pathnameOf } from '../images/serving'
import { versionOf } from '../images/versionOf'
import type { Process } from '../process'
import { goBindProblem, onlyHttp, serverProgram } from '../serverProgram'
import { isoStamp, slashStamp } from '../stamps'

const JSON_TYPE = 'application/json; charset=utf-8'

function echoText({ command, env }: Process): string | undefined {
  return flagsOf(command).get('text') ?? env.get('ECHO_TEXT')
}

function echoPort({ command }: Process): number {
  return addressOf(flagsOf(command).get('listen'), 5678).port
}

const httpEcho = serverProgram({
  problem: (process) => (echoText(process) === undefined ? 'Missing -text option!\n' : undefined),
  ports: (process) => [
    {
      port: echoPort(process),
      handle: onlyHttp((request) => {
        const isHealth = pathnameOf(request) === '/health'
        const response = isHealth ? http(200, '{"status":"ok"}\n') : http(200, `${echoText(process) ?? ''}\n`)
        process.write(
          'stdout',
          `${slashStamp(process.clock)} ${request.host}:${request.port} ${request.from} "${request.method} ${request.path} HTTP/1.1" ${response.status} ${lengthOf(response.body)} "${request.headers['User-Agent'] ?? ''}" 20µs\n`,
        )
        return { ...response, headers: { 'X-App-Name': 'http-echo', ...response.headers } }
      }),
    },
  ],
  started: (process) => [`${slashStamp(process.clock)} [INFO] server is listening on :${echoPort(process)}`],
  bindProblem: ({ clock }, port, words) => [
    `${slashStamp(clock)} [ERR] server exited with: ${goBindProblem(port, words)}`,
  ],
  stopping: ({ clock }) => [`${slashStamp(clock)} [INFO] server shutdown complete`],
})

function whoamiAnswer({ hostname, network }: Process, request: ReceivedRequest): NetworkResponse {
  const headers = Object.entries(request.headers).map(([name, value]) => `${name}: ${value}\n`)
  return http(
    200,
    `Hostname: ${hostname}\nIP: 127.0.0.1\n${network
      .addressesOf(hostname)
      .map((address) => `IP: ${address}\n`)
      .join(
        '',
      )}RemoteAddr: ${request.from}:40000\n${request.method} ${request.path} HTTP/1.1\nHost: ${request.host}\n${headers.join('')}\n`,
  )
}

function whoamiPort({ command, env }: Process): number {
  return Number(flagsOf(command).get('port') ?? env.get('WHOAMI_PORT_NUMBER') ?? 80)
}

const whoami = serverProgram({
  ports: (process) => [
    {
      port: whoamiPort(process),
      handle: onlyHttp(
        pages(
          {
            '/health': () => http(200, ''),
            '/api': () => http(200, `${JSON.stringify({ hostname: process.hostname })}\n`, JSON_TYPE),
          },
          (request) => whoamiAnswer(process, request),
        ),
      ),
    },
  ],
  started: (process) => [`${slashStamp(process.clock)} Starting up on port ${whoamiPort(process)}`],
  bindProblem: ({ clock }, port, words) => [`${slashStamp(clock)} ${goBindProblem(port, words)}`],
  exitCode: 2,
})

function podinfoPort({ command, env }: Process): number {
  return Number(flagsOf(command).get('port') ?? env.get('PODINFO_PORT') ?? 9898)
}

const podinfo = serverProgram({
  ports: (process) => {
    const version = versionOf(process.image, '6.7.1')
    const json = (value: unknown) => http(200, `${JSON.stringify(value, null, 2)}\n`, JSON_TYPE)
    return [
      {
        port: podinfoPort(process),
        handle: onlyHttp(
          pages({
            '/': () =>
              json({
                hostname: process.hostname,
                version,
                color: process.env.get('PODINFO_UI_COLOR') ?? '#34577c',
                message: process.env.get('PODINFO_UI_MESSAGE') ?? `greetings from podinfo v${version}`,
              }),
            '/healthz': () => json({ status: 'OK' }),
            '/readyz': () => json({ status: 'OK' }),
            '/version': () => json({ version }),
            '/env': () => json([...process.env].map(([name, value]) => `${name}=${value}`)),
            '/metrics': () => http(200, '# HELP http_requests_total The total number of HTTP requests.\n'),
          }),
        ),
      },
    ]
  },
  started: (process) => [
    `{"level":"info","ts":"${isoStamp(process.clock)}","caller":"podinfo/main.go:153","msg":"Starting podinfo","version":"${versionOf(process.image, '6.7.1')}","port":"${podinfoPort(process)}"}`,
  ],
  bindProblem: ({ clock }, port, words) => [
    `{"level":"fatal","ts":"${isoStamp(clock)}","caller":"http/server.go:205","msg":"HTTP server crashed","error":"${goBindProblem(port, words)}"}`,
  ],
  stopping: ({ clock }) => [
    `{"level":"info","ts":"${isoStamp(clock)}","caller":"signals/shutdown.go:49","msg":"Shutting down HTTP/HTTPS server","timeout":5}`,
  ],
})

/** Servers that say who they are, for trying things out. */
export const ECHO_SERVER_IMAGES: readonly ImageRow[] = [
  imageRow({
    id: 'http-echo',
    images: ['hashicorp/http-echo'],
    about: 'Answers every request with the text of its -text flag, on port 5678.',
    source: 'https://github.com/hashicorp/http-echo',
    executables: ['http-echo'],
    program: httpEcho,
  }),
  imageRow({
    id: 'whoami',
    images: ['traefik/whoami', 'containous/whoami'],
    about: 'Answers with its host name, its addresses and the request, on port 80.',
    source: 'https://github.com/traefik/whoami',
    executables: ['whoami'],
    program: whoami,
  }),
  imageRow({
    id: 'podinfo',
    images: ['stefanprodan/podinfo', 'ghcr.io/stefanprodan/podinfo'],
    about: 'A small web application with health checks, on port 9898.',
    source: 'https://github.com/stefanprodan/podinfo',
    userland: 'busybox',
    adds: ['curl'],
    executables: ['podinfo'],
    entrypoint: [],
    cmd: ['./podinfo'],
    program: podinfo,
    uid: 100,
    gid: 101,
    workingDirectory: '/home/app',
  }),
]
