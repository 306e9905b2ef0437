type RedisCommand = (keys: Map<string, string>, args: readonly string[]) => string

const OK = '+OK\r\n'

function bulk(text: string | undefined): string {
  return text === undefined ? '$-1\r\n' : `$${text.length}\r\n${text}\r\n`
}

function added(by: (args: readonly string[]) => number): RedisCommand {
  return (keys, args) => {
    const [key = ''] = args
    const value = Number(keys.get(key) ?? 0) + by(args)
    if (!Number.isInteger(value)) return '-ERR value is not an integer or out of range\r\n'
    keys.set(key, String(value))
    return `:${value}\r\n`
  }
}

/** The commands that learners try (redis.io/docs/latest/commands). */
const COMMANDS: Readonly<Record<string, RedisCommand>> = {
  PING: (_, [text]) => (text === undefined ? '+PONG\r\n' : bulk(text)),
  ECHO: (_, [text]) => bulk(text ?? ''),
  SET: (keys, [key = '', value = '']) => {
    keys.set(key, value)
    return OK
  },
  GET: (keys, [key = '']) => bulk(keys.get(key)),
  DEL: (keys, args) => `:${args.filter((key) => keys.delete(key)).length}\r\n`,
  EXISTS: (keys, args) => `:${args.filter((key) => keys.has(key)).length}\r\n`,
  INCR: added(() => 1),
  DECR: added(() => -1),
  INCRBY: added(([, by]) => Number(by)),
  DBSIZE: (keys) => `:${keys.size}\r\n`,
  KEYS: (keys) => bulk([...keys.keys()].join('\n')),
  INFO: () => bulk('# Server\nredis_mode:standalone\n# Replication\nrole:master'),
  FLUSHALL: (keys) => {
    keys.clear()
    return OK
  },
  AUTH: () => OK,
  SAVE: () => OK,
}

/** Takes a line of the client, the keys and the password; gives the answer as Redis writes it. */
export function answerRedis(line: string, keys: Map<string, string>, password: string | undefined): string {
  const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
  const [name = '', ...args] = words
  if (password !== undefined && password !== '' && name.toUpperCase() !== 'AUTH')
    return '-NOAUTH Authentication required.\r\n'
  const command = COMMANDS[name.toUpperCase()]
  return command?.(keys, args) ?? `-ERR unknown command '${name}', with args beginning with: \r\n`
}
