import { lineRequest } from '../../lineRequest'
import type { Steps } from '../../../clock'
import type { NetworkAnswer } from '../../../network/request'
import type { Call } from '../shellState'
import { fileOutput } from '../redirect'
import { outputOf, readAll } from '../streams'
import { complain, immediate, optionsOf, pathOf, say } from './command'
import type { Command } from './command'
import { curl } from '../../../curl/curl'
import { FileError } from '../../../filesystem/fileSystem'
import { messageOf } from '../errorMessages'
import { reasonOf } from '../../../network/statusLines'
import { requestOf } from '../../../network/httpUrl'
import { listenOnce } from './netcat'

/** Takes a name or an address; gives the address that the tool prints. */
function shownAddress(answer: NetworkAnswer, host: string): string {
  return answer.address === '' ? host : answer.address
}

const CONNECT_WORDS = {
  refused: 'Connection refused',
  timeout: 'Operation timed out',
  reset: 'Connection reset by peer',
}

/** `wget`, in the words of busybox (networking/wget.c). */
function* wget(call: Call): Steps<number> {
  const headers = Object.fromEntries(
    call.args.flatMap((arg) => {
      const [, name, value] = /^--header=([^:]+):\s*(.*)$/.exec(arg) ?? []
      return name === undefined || value === undefined ? [] : [[name, value] as const]
    }),
  )
  const { flags, values, operands } = optionsOf(call.args, 'OTUPt')
  const isQuiet = flags.has('q') || flags.has('quiet')
  const isSpider = flags.has('spider')
  const data = values.get('post-data')
  const tell = (text: string) => {
    if (!isQuiet) outputOf(call.streams, 2).write(`${text}\n`)
  }
  for (const url of operands) {
    const asked = {
      headers: { 'User-Agent': 'Wget', ...headers },
      method: data === undefined ? 'GET' : 'POST',
      body: data ?? '',
    }
    const request = requestOf(url, asked)
    if (request === undefined) return complain(call, `not an http or ftp url: ${url}`)
    const answer = yield* call.machine.process.network.request(request)
    const address = shownAddress(answer, request.host)
    if (!('error' in answer) || answer.error !== 'no such host')
      tell(`Connecting to ${request.host}:${request.port} (${address}:${request.port})`)
    if ('error' in answer) {
      if (answer.error === 'no such host') return complain(call, `bad address '${request.host}'`)
      if (answer.error === 'timeout' && values.has('T')) return complain(call, 'download timed out')
      return complain(call, `can't connect to remote host (${address}): ${CONNECT_WORDS[answer.error]}`)
    }
    const { status, body } = answer.response
    if (status === 0) return complain(call, `bad header line: ${body.split('\n')[0] ?? ''}`)
    if (flags.has('S')) outputOf(call.streams, 2).write(`  HTTP/1.1 ${status} ${reasonOf(status)}\n`)
    if (status >= 400) return complain(call, `server returned error: HTTP/1.1 ${status} ${reasonOf(status)}`)
    if (isSpider) {
      tell('remote file exists')
      continue
    }
    const target = values.get('O') ?? /[^/]+$/.exec(request.path.replace(/\?.*/, ''))?.[0] ?? 'index.html'
    if (target === '-') say(call, body)
    else {
      tell(`saving to '${target}'`)
      const output = fileOutput(call.machine.process.files, pathOf(call, target), false)
      output.write(body)
      output.close()
      tell(`'${target}' saved`)
    }
  }
  return 0
}

/** `nc`: `-z` looks whether somebody listens, else what it reads is sent and the answer written; `-l` listens for one connection. */
function* nc(call: Call): Steps<number> {
  const { flags, values, operands } = optionsOf(call.args, 'wpesi')
  if (flags.has('l')) return yield* listenOnce(call, Number(values.get('p') ?? operands.at(-1) ?? 0))
  const [host = '', port = ''] = operands
  const { process } = call.machine
  const body = flags.has('z') ? '' : yield* readAll(call.streams.input)
  const answer = yield* process.network.request(lineRequest(host, Number(port), body))
  if (flags.has('u')) {
    // Nobody says that a datagram did not arrive: nc waits for an answer as long as it may.
    const end = process.clock.now + 1000 * Number(values.get('w') ?? 0)
    while (process.clock.now < end) yield { until: end }
    return 0
  }
  const address = shownAddress(answer, host)
  if ('error' in answer) {
    if (answer.error === 'no such host') return complain(call, `bad address '${host}'`)
    if (answer.error === 'timeout') return complain(call, 'timed out')
    if (flags.has('z') && !flags.has('v')) return 1
    return complain(call, `can't connect to remote host (${address}): ${CONNECT_WORDS[answer.error]}`)
  }
  if (flags.has('v')) outputOf(call.streams, 2).write(`${host} (${address}:${port}) open\n`)
  if (!flags.has('z')) say(call, answer.response.body)
  return 0
}

/** Takes a call and a name; gives the address that /etc/hosts has for it (hosts(5)), if it has one. */
function hostsAddress({ machine }: Call, name: string): string | undefined {
  const { files } = machine.process
  if (!files.allows('/etc/hosts', 'read')) return undefined
  const lines = files.readText('/etc/hosts').split('\n')
  const rows = lines.map((line) => line.replace(/#.*/, '').trim().split(/\s+/))
  return rows.find(([, ...names]) => names.includes(name))?.[0]
}

/** Takes a call and a name that is found; gives the name with the domain of the search list that it is found in (resolv.conf(5)). */
function wholeName({ machine }: Call, name: string): string {
  const { files, network } = machine.process
  if (!files.allows('/etc/resolv.conf', 'read')) return name
  const [, domains = ''] = /^search\s+(.*)$/m.exec(files.readText('/etc/resolv.conf')) ?? []
  const names = domains.split(/\s+/).map((domain) => `${name}.${domain}`)
  return names.find((each) => network.addressesOf(each).length > 0) ?? name
}

/** The cluster's DNS server, where kubeadm puts it. */
const DNS = '10.96.0.10'

/** What goes over the network. */
export const NETWORK_COMMANDS: Readonly<Record<string, Command>> = {
  wget,
  nc,
  netcat: nc,
  *curl(call) {
    const { process } = call.machine
    return yield* curl(call.args, {
      clock: process.clock,
      request: (request) => process.network.request(request),
      write: (stream, text) => {
        outputOf(call.streams, stream === 'stdout' ? 1 : 2).write(text)
      },
      save: (file, text) => {
        try {
          process.files.write(pathOf(call, file), text)
          return undefined
        } catch (error) {
          if (error instanceof FileError) return messageOf(error.code)
          throw error
        }
      },
    })
  },
  nslookup: immediate((call) => {
    const [name = ''] = optionsOf(call.args).operands
    const addresses = call.machine.process.network.addressesOf(name)
    say(call, `Server:\t\t${DNS}\nAddress:\t${DNS}:53\n\n`)
    if (addresses.length === 0) {
      say(call, `** server can't find ${name}: NXDOMAIN\n\n`)
      return 1
    }
    for (const address of addresses) say(call, `Name:\t${wholeName(call, name)}\nAddress: ${address}\n`)
    say(call, '\n')
    return 0
  }),
  getent: immediate((call) => {
    const [database = '', name = ''] = call.args
    const addresses = /hosts/.test(database) ? call.machine.process.network.addressesOf(name) : []
    for (const address of addresses) say(call, `${address.padEnd(15)} ${name}\n`)
    return addresses.length === 0 ? 2 : 0
  }),
  ping: immediate((call) => {
    const { operands } = optionsOf(call.args, 'cWwi')
    const [name = ''] = operands
    const address = hostsAddress(call, name) ?? call.machine.process.network.addressesOf(name)[0]
    if (address === undefined) return complain(call, `bad address '${name}'`)
    say(
      call,
      `PING ${name} (${address}): 56 data bytes\n64 bytes from ${address}: seq=0 ttl=64 time=0.060 ms\n\n`,
    )
    say(call, `--- ${name} ping statistics ---\n1 packets transmitted, 1 packets received, 0% packet loss\n`)
    return 0
  }),
}
