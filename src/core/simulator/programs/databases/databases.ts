import { FileError } from '../../filesystem/fileSystem'
import { imageRow } from '../images/imageRow'
import type { ImageRow } from '../images/imageRow'
import { http, raw } from '../images/serving'
import { versionOf } from '../images/versionOf'
import type { Process } from '../process'
import { serverProgram } from '../serverProgram'
import type { BindWords } from '../serverProgram'
import { messageOf } from '../shell/errorMessages'
import { stamp } from '../stamps'
import { answerPostgres } from './postgresAnswers'

/** docker-entrypoint.sh of the image, docker_verify_minimum_env. */
const NO_PASSWORD = `Error: Database is uninitialized and superuser password is not specified.
       You must specify POSTGRES_PASSWORD to a non-empty value for the
       superuser. For example, "-e POSTGRES_PASSWORD=password" on "docker run".

       You may also use "POSTGRES_HOST_AUTH_METHOD=trust" to allow all
       connections without a password. This is *not* recommended.

       See PostgreSQL documentation about "trust":
       https://www.postgresql.org/docs/current/auth-trust.html
`

function dataOf({ env }: Process): string {
  return env.get('PGDATA') ?? '/var/lib/postgresql/data'
}

function hasValue({ env }: Process, names: readonly string[]): boolean {
  return names.some((name) => (env.get(name) ?? '') !== '')
}

function postgresProblem(process: Process): string | undefined {
  const { files, image } = process
  const version = `${dataOf(process)}/PG_VERSION`
  if (files.exists(version)) return undefined
  if (
    !hasValue(process, ['POSTGRES_PASSWORD', 'POSTGRES_PASSWORD_FILE']) &&
    process.env.get('POSTGRES_HOST_AUTH_METHOD') !== 'trust'
  )
    return NO_PASSWORD
  try {
    files.makeDirectory(dataOf(process), { parents: true, mode: 0o700 })
    files.write(version, `${versionOf(image, '17').split('.')[0] ?? '17'}\n`)
    return undefined
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    return `initdb: error: could not create directory "${dataOf(process)}": ${messageOf(error.code)}\n`
  }
}

function postgresLine({ clock }: Process, text: string): string {
  return `${stamp(clock, '%Y-%m-%d %H:%M:%S')}.000 UTC [1] LOG:  ${text}`
}

const postgres = serverProgram({
  problem: postgresProblem,
  bootTime: 2000,
  starting: (process) => [
    '',
    'PostgreSQL Database directory appears to contain a database; Skipping initialization',
    '',
    postgresLine(
      process,
      `starting PostgreSQL ${versionOf(process.image, '17.2')} on x86_64-pc-linux-musl, 64-bit`,
    ),
  ],
  ports: () => [{ port: 5432, handle: answerPostgres }],
  started: (process) => [
    postgresLine(process, 'listening on IPv4 address "0.0.0.0", port 5432'),
    postgresLine(process, 'database system is ready to accept connections'),
  ],
  bindProblem: (process, port, words) => [
    postgresLine(process, `could not bind IPv4 address "0.0.0.0": ${words}`),
    `HINT:  Is another postmaster already running on port ${port}? If not, wait a few seconds and retry.`,
    `FATAL:  could not create any TCP/IP sockets`,
  ],
  stopping: (process) => [
    postgresLine(process, 'received fast shutdown request'),
    postgresLine(process, 'database system is shut down'),
  ],
})

function entrypointLine({ clock }: Process, level: string, text: string): string {
  return `${stamp(clock, '%Y-%m-%d %H:%M:%S')}+00:00 [${level}] [Entrypoint]: ${text}`
}

/** Takes what the variables of the image begin with; gives the program of MySQL or MariaDB. */
function mysqlProgram(prefixes: readonly string[], name: string) {
  const options = ['ROOT_PASSWORD', 'ALLOW_EMPTY_PASSWORD', 'RANDOM_ROOT_PASSWORD']
  const names = prefixes.flatMap((prefix) => options.map((option) => `${prefix}_${option}`))
  return serverProgram({
    problem: (process) => {
      if (process.files.exists('/var/lib/mysql/ibdata1')) return undefined
      if (!hasValue(process, [...names, ...prefixes.map((prefix) => `${prefix}_ROOT_PASSWORD_FILE`)]))
        return `${entrypointLine(process, 'ERROR', 'Database is uninitialized and password option is not specified')}\n    You need to specify one of the following as an environment variable:\n${names
          .slice(0, 3)
          .map((each) => `    - ${each}\n`)
          .join('')}`
      try {
        process.files.makeDirectory('/var/lib/mysql', { parents: true })
        process.files.write('/var/lib/mysql/ibdata1', '')
        return undefined
      } catch (error) {
        if (!(error instanceof FileError)) throw error
        return `${entrypointLine(process, 'ERROR', `can't create files in /var/lib/mysql: ${messageOf(error.code)}`)}\n`
      }
    },
    bootTime: 8000,
    starting: (process) => [entrypointLine(process, 'Note', `Entrypoint script for ${name} Server started.`)],
    ports: () => [{ port: 3306, handle: () => raw(`${name} handshake\n`) }],
    started: (process) => [
      `${stamp(process.clock, '%Y-%m-%dT%H:%M:%S')}.000000Z 0 [System] [MY-010931] [Server] /usr/sbin/mysqld: ready for connections. Version: '${versionOf(process.image, '8.4.3')}'  socket: '/var/run/mysqld/mysqld.sock'  port: 3306`,
    ],
    bindProblem: ({ clock }, port, words) => [
      `${stamp(clock, '%Y-%m-%dT%H:%M:%S')}.000000Z 0 [ERROR] [MY-010262] [Server] Can't start server: Bind on TCP/IP port: ${words}`,
      `${stamp(clock, '%Y-%m-%dT%H:%M:%S')}.000000Z 0 [ERROR] [MY-010257] [Server] Do you already have another mysqld server running on port: ${port} ?`,
    ],
    stopping: ({ clock }) => [
      `${stamp(clock, '%Y-%m-%dT%H:%M:%S')}.000000Z 0 [System] [MY-010910] [Server] /usr/sbin/mysqld: Shutdown complete`,
    ],
  })
}

const memcached = serverProgram({
  ports: () => [
    {
      port: 11_211,
      handle: ({ body }) =>
        raw(body.startsWith('version') ? 'VERSION 1.6.32\r\n' : body === '' ? '' : 'END\r\n'),
    },
  ],
  bindProblem: (_, port, words) => [`bind(): ${words}`, `failed to listen on TCP port ${port}: ${words}`],
})

const mongo = serverProgram({
  bootTime: 2000,
  stream: 'stdout',
  ports: () => [
    {
      port: 27_017,
      handle: () =>
        http(200, 'It looks like you are trying to access MongoDB over HTTP on the native driver port.\n'),
    },
  ],
  started: ({ clock }) => [
    `{"t":{"$date":"${stamp(clock, '%FT%T')}.000+00:00"},"s":"I",  "c":"NETWORK",  "id":23016,   "ctx":"listener","msg":"Waiting for connections","attr":{"port":27017,"ssl":"off"}}`,
  ],
  bindProblem: ({ clock }, _, words: BindWords) => [
    `{"t":{"$date":"${stamp(clock, '%FT%T')}.000+00:00"},"s":"E",  "c":"CONTROL",  "id":20568,   "ctx":"initandlisten","msg":"Error setting up listener","attr":{"error":"SocketException: ${words}"}}`,
  ],
})

/** Databases and caches. */
export const DATABASE_IMAGES: readonly ImageRow[] = [
  imageRow({
    id: 'postgres',
    images: ['postgres', 'postgis/postgis'],
    about: 'A database on port 5432; it wants a password for its first start.',
    source: 'https://github.com/docker-library/postgres',
    userland: 'debian',
    adds: ['pg_isready', 'psql', 'bash'],
    executables: ['postgres'],
    cmd: ['postgres'],
    isPassedThrough: true,
    program: postgres,
    user: 'postgres:x:70:70:PostgreSQL user:/var/lib/postgresql:/bin/sh',
  }),
  imageRow({
    id: 'mysql',
    images: ['mysql'],
    about: 'A database on port 3306; it wants a password for its first start.',
    source: 'https://github.com/docker-library/mysql',
    userland: 'bash',
    adds: ['mysqladmin'],
    executables: ['mysqld'],
    cmd: ['mysqld'],
    isPassedThrough: true,
    program: mysqlProgram(['MYSQL'], 'MySQL'),
  }),
  imageRow({
    id: 'mariadb',
    images: ['mariadb'],
    about: 'A database on port 3306; it wants a password for its first start.',
    source: 'https://github.com/MariaDB/mariadb-docker',
    userland: 'debian',
    adds: ['mysqladmin', 'mariadb-admin'],
    executables: ['mariadbd', 'mysqld'],
    cmd: ['mariadbd'],
    isPassedThrough: true,
    program: mysqlProgram(['MARIADB', 'MYSQL'], 'MariaDB'),
  }),
  imageRow({
    id: 'memcached',
    images: ['memcached'],
    about: 'A cache in memory, on port 11211.',
    source: 'https://github.com/docker-library/memcached',
    userland: 'debian',
    executables: ['memcached'],
    cmd: ['memcached'],
    isPassedThrough: true,
    program: memcached,
    uid: 11_211,
    gid: 11_211,
  }),
  imageRow({
    id: 'mongo',
    images: ['mongo'],
    about: 'A database of documents, on port 27017.',
    source: 'https://github.com/docker-library/mongo',
    userland: 'debian',
    executables: ['mongod'],
    cmd: ['mongod'],
    isPassedThrough: true,
    program: mongo,
  }),
]
