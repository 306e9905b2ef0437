import { http, lengthOf, pathnameOf, untilTerm } from '../images/serving'
import { imageRow } from '../images/imageRow'
import type { ImageRow } from '../images/imageRow'
import { flagsOf } from '../images/flags'
import { versionOf } from '../images/versionOf'
import type { NetworkResponse, ReceivedRequest } from '../../network/request'
import { listen } from '../images/serving'
import type { Process } from '../process'
import { goBindProblem, onlyHttp, serverProgram } from '../serverProgram'
import { accessStamp, stamp } from '../stamps'
import { joinPath } from '../shell/path'
import { reasonOf } from '../../network/statusLines'
import type { Steps } from '../../clock'
import { staticFile } from './staticFiles'

function apachePage(status: number, text: string): NetworkResponse {
  const title = `${status} ${reasonOf(status)}`
  return http(
    status,
    `<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html><head>\n<title>${title}</title>\n</head><body>\n<h1>${reasonOf(status)}</h1>\n<p>${text}</p>\n</body></html>\n`,
    'text/html; charset=iso-8859-1',
  )
}

function apacheAnswer(process: Process, request: ReceivedRequest): NetworkResponse {
  const answer = staticFile(process, '/usr/local/apache2/htdocs', pathnameOf(request))
  const response =
    'response' in answer
      ? answer.response
      : answer.missing === 'no file'
        ? apachePage(404, 'The requested URL was not found on this server.')
        : apachePage(403, "You don't have permission to access this resource.")
  process.write(
    'stdout',
    `${request.from} - - ${accessStamp(process.clock)} "${request.method} ${request.path} HTTP/1.1" ${response.status} ${lengthOf(response.body)}\n`,
  )
  return { ...response, headers: { Server: 'Apache/2.4.62 (Unix)', ...response.headers } }
}

const httpd = serverProgram({
  starting: (process) => [
    `AH00558: httpd: Could not reliably determine the server's fully qualified domain name, using ${process.hostname}. Set the 'ServerName' directive globally to suppress this message`,
  ],
  ports: (process) => [{ port: 80, handle: onlyHttp((request) => apacheAnswer(process, request)) }],
  started: ({ clock, image }) => {
    const time = stamp(clock, '[%a %b %d %H:%M:%S.%N %Y]')
    return [
      `${time} [mpm_event:notice] [pid 1:tid 1] AH00489: Apache/${versionOf(image, '2.4.62')} (Unix) configured -- resuming normal operations`,
      `${time} [core:notice] [pid 1:tid 1] AH00094: Command line: 'httpd -D FOREGROUND'`,
    ]
  },
  bindProblem: (_, port, words) => [
    `(${words === 'Permission denied' ? 13 : 98})${words}: AH00072: make_sock: could not bind to address 0.0.0.0:${port}`,
    'no listening sockets available, shutting down',
    'AH00015: Unable to open logs',
  ],
  stopping: ({ clock }) => [
    `${stamp(clock, '[%a %b %d %H:%M:%S.%N %Y]')} [mpm_event:notice] [pid 1:tid 1] AH00491: caught SIGTERM, shutting down`,
  ],
})

function caddyAnswer(process: Process, request: ReceivedRequest): NetworkResponse {
  const root = flagsOf(process.command, ['browse']).get('root') ?? '/usr/share/caddy'
  const answer = staticFile(process, root, pathnameOf(request))
  const response = 'response' in answer ? answer.response : http(404, '')
  return { ...response, headers: { Server: 'Caddy', ...response.headers } }
}

const caddy = serverProgram({
  ports: (process) => {
    const { get } = flagsOf(process.command, ['browse'])
    const [, port = '80'] = /:(\d+)$/.exec(get('listen') ?? get('from') ?? ':80') ?? []
    return [{ port: Number(port), handle: onlyHttp((request) => caddyAnswer(process, request)) }]
  },
  started: ({ clock }) => [
    `{"level":"info","ts":${(clock.epoch + clock.now) / 1000},"logger":"http.log","msg":"server running","name":"srv0","protocols":["h1","h2","h3"]}`,
    `{"level":"info","ts":${(clock.epoch + clock.now) / 1000},"msg":"serving initial configuration"}`,
  ],
  bindProblem: (_, port, words) => [
    `Error: loading initial config: loading new config: http app module: start: ${goBindProblem(port, words)}`,
  ],
  stopping: ({ clock }) => [
    `{"level":"info","ts":${(clock.epoch + clock.now) / 1000},"msg":"shutdown complete","signal":"SIGTERM","exit_code":0}`,
  ],
})

/** `python3 -m http.server`: serves the working directory; as process 1 it does not hear SIGTERM, since it sets no handler. */
function* pythonServer(process: Process): Steps<number> {
  const { command, cwd, clock } = process
  const module = command.indexOf('http.server')
  if (module < 0) {
    process.write('stdout', `[podwright] ${process.image} runs no Python: it just stays up.\n`)
    yield* untilTerm(process)
    return 0
  }
  const rest = command.slice(module + 1)
  const { get, words } = flagsOf(rest)
  const [given = '8000'] = words
  const root = joinPath(cwd === '' ? '/' : cwd, get('directory') ?? get('d') ?? '.')
  const port = Number(given)
  const outcome = listen(
    process,
    port,
    onlyHttp((request) => {
      const answer = staticFile(process, root, pathnameOf(request))
      const response = 'response' in answer ? answer.response : pythonPage(process, answer)
      process.write(
        'stderr',
        `${request.from} - - [${stamp(clock, '%d/%b/%Y %H:%M:%S')}] "${request.method} ${request.path} HTTP/1.1" ${response.status} -\n`,
      )
      return { ...response, headers: { Server: 'SimpleHTTP/0.6 Python/3.13.1', ...response.headers } }
    }),
  )
  if (outcome !== 'listening') {
    process.write(
      'stderr',
      outcome === 'EACCES'
        ? 'PermissionError: [Errno 13] Permission denied\n'
        : 'OSError: [Errno 98] Address already in use\n',
    )
    return 1
  }
  process.write('stdout', `Serving HTTP on 0.0.0.0 port ${port} (http://0.0.0.0:${port}/) ...\n`)
  if (process.isFirst) for (;;) yield {}
  yield* untilTerm(process)
  return 143
}

function pythonPage(
  { files }: Process,
  { missing, directory }: { readonly missing: string; readonly directory: string },
): NetworkResponse {
  if (missing !== 'no index')
    return http(
      404,
      '<!DOCTYPE HTML>\n<html lang="en">\n    <head>\n        <title>Error response</title>\n    </head>\n    <body>\n        <h1>Error response</h1>\n        <p>Error code: 404</p>\n        <p>Message: File not found.</p>\n    </body>\n</html>\n',
      'text/html;charset=utf-8',
    )
  const rows = files.list(directory).map((name) => `<li><a href="${name}">${name}</a></li>`)
  return http(
    200,
    `<!DOCTYPE HTML>\n<html lang="en">\n<title>Directory listing for /</title>\n<ul>\n${rows.join('\n')}\n</ul>\n</html>\n`,
    'text/html; charset=utf-8',
  )
}

/** Servers of files. */
export const FILE_SERVER_IMAGES: readonly ImageRow[] = [
  imageRow({
    id: 'httpd',
    images: ['httpd'],
    about: 'The Apache web server: serves the files below /usr/local/apache2/htdocs on port 80.',
    source: 'https://github.com/docker-library/httpd',
    userland: 'debian',
    executables: ['httpd', 'httpd-foreground'],
    cmd: ['httpd-foreground'],
    isPassedThrough: true,
    program: httpd,
    workingDirectory: '/usr/local/apache2',
    fill: (root) => {
      root.put('/usr/local/apache2/htdocs/index.html', '<html><body><h1>It works!</h1></body></html>\n')
    },
  }),
  imageRow({
    id: 'caddy',
    images: ['caddy'],
    about: 'A web server: serves the files below /usr/share/caddy on port 80.',
    source: 'https://github.com/caddyserver/caddy-docker',
    userland: 'busybox',
    executables: ['caddy'],
    cmd: ['caddy', 'run', '--config', '/etc/caddy/Caddyfile'],
    isPassedThrough: true,
    program: caddy,
    workingDirectory: '/srv',
    fill: (root) => {
      root.put(
        '/usr/share/caddy/index.html',
        '<!DOCTYPE html>\n<html>\n<head><title>Caddy works!</title></head>\n</html>\n',
      )
      root.put('/etc/caddy/Caddyfile', ':80 {\n\troot * /usr/share/caddy\n\tfile_server\n}\n')
    },
  }),
  imageRow({
    id: 'python',
    images: ['python'],
    about: 'Python: its http.server serves the files of the working directory on port 8000.',
    source: 'https://docs.python.org/3/library/http.server.html',
    userland: 'debian',
    executables: ['python', 'python3'],
    cmd: ['python3'],
    isPassedThrough: true,
    program: pythonServer,
  }),
]
