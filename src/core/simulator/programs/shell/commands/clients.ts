import { lineRequest } from '../../lineRequest'
import type { Steps } from '../../../clock'
import type { NetworkAnswer } from '../../../network/request'
import type { Call } from '../shellState'
import { outputOf, readAll } from '../streams'
import { complain, optionsOf, say } from './command'
import type { Command } from './command'

/*
 * Clients of databases. What they send is a line of text, and so is what comes back: simulated servers do the same.
 */

function* ask(call: Call, host: string, port: number, body: string): Steps<NetworkAnswer> {
  return yield* call.machine.process.network.request(lineRequest(host, port, body))
}

/** pg_isready(1): 0 accepts, 2 no answer. */
function* pgIsReady(call: Call): Steps<number> {
  const { flags, values } = optionsOf(call.args, 'hptUd')
  const host = values.get('h') ?? values.get('host') ?? call.env.get('PGHOST') ?? ''
  const port = Number(values.get('p') ?? values.get('port') ?? call.env.get('PGPORT') ?? 5432)
  const answer = yield* ask(call, host === '' ? 'localhost' : host, port, 'SSLRequest')
  const isReady = 'response' in answer && answer.response.body !== ''
  const shown = host === '' ? '/var/run/postgresql' : host
  if (!flags.has('q')) say(call, `${shown}:${port} - ${isReady ? 'accepting connections' : 'no response'}\n`)
  return isReady ? 0 : 2
}

function* psql(call: Call): Steps<number> {
  const { values, operands } = optionsOf(call.args, 'hpUdcfvtw')
  const [, urlHost, urlPort] =
    /^postgres(?:ql)?:\/\/(?:[^@/]*@)?([^:/?]+)(?::(\d+))?/.exec(operands[0] ?? '') ?? []
  const host = values.get('h') ?? urlHost ?? call.env.get('PGHOST') ?? 'localhost'
  const port = Number(values.get('p') ?? urlPort ?? call.env.get('PGPORT') ?? 5432)
  const query = values.get('c') ?? (yield* readAll(call.streams.input))
  const answer = yield* ask(call, host, port, query)
  if ('response' in answer) {
    say(call, answer.response.body)
    return 0
  }
  const error =
    answer.error === 'no such host'
      ? `could not translate host name "${host}" to address: Name or service not known`
      : `connection to server at "${host}", port ${port} failed: ${answer.error === 'refused' ? 'Connection refused' : 'Connection timed out'}\n\tIs the server running on that host and accepting TCP/IP connections?`
  outputOf(call.streams, 2).write(`psql: error: ${error}\n`)
  return 2
}

/** redis-cli: what is no terminal gets the bare value. */
function* redisCli(call: Call): Steps<number> {
  const { values, operands } = optionsOf(call.args, 'hpan')
  const host = values.get('h') ?? '127.0.0.1'
  const port = Number(values.get('p') ?? 6379)
  const commands =
    operands.length > 0 ? [operands.join(' ')] : (yield* readAll(call.streams.input)).split('\n')
  for (const command of commands.filter((line) => line.trim() !== '')) {
    const answer = yield* ask(call, host, port, command)
    if ('error' in answer) {
      const why = {
        refused: 'Connection refused',
        timeout: 'Connection timed out',
        'no such host': 'Name or service not known',
        reset: '',
      }[answer.error]
      outputOf(call.streams, 2).write(
        answer.error === 'reset'
          ? 'Error: Server closed the connection\n'
          : `Could not connect to Redis at ${host}:${port}: ${why}\n`,
      )
      return 1
    }
    const { body } = answer.response
    if (body === '') {
      outputOf(call.streams, 2).write('Error: Server closed the connection\n')
      return 1
    }
    say(
      call,
      `${body.startsWith('$') ? (body.split('\r\n')[1] ?? '') : body.replace(/^[+:-]/, '').trimEnd()}\n`,
    )
  }
  return 0
}

function* mysqlAdmin(call: Call): Steps<number> {
  const { values } = optionsOf(call.args, 'hPu')
  const host = values.get('h') ?? 'localhost'
  const answer = yield* ask(call, host, Number(values.get('P') ?? 3306), 'ping')
  if ('response' in answer) {
    say(call, 'mysqld is alive\n')
    return 0
  }
  return complain(call, `connect to server at '${host}' failed`)
}

/** What talks to databases. */
export const CLIENT_COMMANDS: Readonly<Record<string, Command>> = {
  pg_isready: pgIsReady,
  psql,
  'redis-cli': redisCli,
  mysqladmin: mysqlAdmin,
  'mariadb-admin': mysqlAdmin,
}
