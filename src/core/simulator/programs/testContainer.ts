import { Clock } from '../clock'
import type { Steps } from '../clock'
import type { ContainerPrograms } from '../cluster/pod/containerPrograms'
import { containerFiles } from '../filesystem/containerFiles'
import type { Credentials } from '../filesystem/fileSystem'
import { FileTree } from '../filesystem/fileTree'
import type { VolumeMount } from '../filesystem/mount'
import type { Listener, Network, NetworkAnswer, NetworkRequest } from '../network/request'
import type { ConfigObject, Process, Program } from './process'

/** A pod's network for tests: one port space, and names that lead outside. */
export class TestNetwork implements Network {
  readonly ports
  readonly listeners = new Map<string, Listener>()
  /** Requests to other names than the pod's own, as they came. */
  readonly outside: NetworkRequest[] = []

  constructor(
    clock: Clock,
    private readonly names: ReadonlyMap<string, string> = new Map(),
  ) {
    this.ports = clock.signal()
  }

  listen(listener: Listener): 'listening' | 'EADDRINUSE' | 'EACCES' {
    const key = `${listener.transport} ${listener.port}`
    if (this.listeners.has(key)) return 'EADDRINUSE'
    this.listeners.set(key, listener)
    this.ports.fire()
    return 'listening'
  }

  *request(request: NetworkRequest): Steps<NetworkAnswer> {
    const [address] = this.addressesOf(request.host)
    if (address === undefined) return { error: 'no such host', address: '' }
    if (address !== '127.0.0.1') {
      this.outside.push(request)
      return { response: { status: 200, headers: {}, body: '+PONG\r\n' }, address }
    }
    const listener = this.listeners.get(`TCP ${request.port}`)
    if (listener === undefined) return { error: 'refused', address }
    return { response: yield* listener.serve({ ...request, from: '10.244.0.9' }), address }
  }

  addressesOf(name: string): readonly string[] {
    if (name === 'localhost' || name === '127.0.0.1') return ['127.0.0.1']
    const address = this.names.get(name)
    return address === undefined ? [] : [address]
  }
}

export interface TestContainerOptions {
  readonly clock?: Clock
  readonly network?: Network
  readonly image?: string
  readonly command?: readonly string[]
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  readonly root?: FileTree
  readonly mounts?: readonly VolumeMount[]
  readonly credentials?: Credentials
  readonly readOnlyRoot?: boolean
  readonly isFirst?: boolean
  readonly stdin?: string
  readonly objects?: readonly ConfigObject[]
}

/** A container for tests: its process on a clock, and all that it wrote. */
export class TestContainer {
  readonly clock: Clock
  readonly process: Process
  readonly root: FileTree
  /** `second stream text` for each piece that was written. */
  readonly written: { readonly time: number; readonly stream: string; readonly text: string }[] = []
  readonly shipped: string[] = []
  exitCode: number | undefined
  exitTime: number | undefined

  constructor(options: TestContainerOptions) {
    const {
      clock = new Clock(),
      image = 'busybox',
      command = [],
      args = [],
      cwd = '',
      isFirst = true,
    } = options
    this.clock = clock
    this.root = options.root ?? new FileTree(clock)
    this.root.putDirectory('/tmp', { mode: 0o1777, uid: 0, gid: 0 })
    const credentials = options.credentials ?? { uid: 0, gid: 0, groups: [] }
    const { readOnlyRoot = false, mounts = [] } = options
    this.process = {
      clock,
      image,
      command,
      args,
      env: new Map(Object.entries({ PATH: '/usr/sbin:/usr/bin:/sbin:/bin', HOME: '/root', ...options.env })),
      cwd,
      credentials,
      isFirst,
      hostname: 'web-0',
      files: containerFiles({ root: this.root, readOnlyRoot, mounts, credentials }),
      network: options.network ?? new TestNetwork(clock),
      stdin: options.stdin ?? '',
      attempt: 0,
      term: { isSent: false, signal: clock.signal() },
      kill: { isSent: false, signal: clock.signal() },
      write: (stream, text) => {
        this.written.push({ time: clock.now, stream, text })
      },
      ship: (sink, line) => {
        this.shipped.push(`${sink}: ${line}`)
      },
      configObjects: (kind) => (kind === 'ConfigMap' ? (options.objects ?? []) : []),
    }
  }

  /** Takes a program; starts it. */
  start(program: Program): this {
    const ended = (code: number) => {
      this.exitCode = code
      this.exitTime = this.clock.now
    }
    const { process } = this
    this.clock.start(
      (function* run(): Steps {
        ended(yield* program(process))
      })(),
    )
    return this
  }

  /** Takes an image's files and program from the table; starts it, or keeps the words why it can't. */
  boot(programs: ContainerPrograms): this {
    programs.fillRoot(this.process.image, this.root)
    const program = programs.main(this.process)
    if (typeof program === 'function') return this.start(program)
    this.process.write('stderr', program.error)
    return this
  }

  /** Takes a time in seconds; lives up to it. */
  async until(seconds: number): Promise<this> {
    await this.clock.live(seconds * 1000)
    return this
  }

  /** Sends SIGTERM. */
  terminate(): void {
    Object.assign(this.process.term, { isSent: true })
    this.process.term.signal.fire()
  }

  /** What was written to a stream, or to both. */
  text(stream?: 'stdout' | 'stderr'): string {
    return this.written
      .filter((each) => stream === undefined || each.stream === stream)
      .map(({ text }) => text)
      .join('')
  }
}
