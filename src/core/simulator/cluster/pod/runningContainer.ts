import type { Container, Pod } from '../../../kubernetes/schema/types-1.36'
import { within, type Steps } from '../../clock'
import { containerFiles, type FileAccess, type RecordedFiles } from '../../filesystem/containerFiles'
import { FileTree } from '../../filesystem/fileTree'
import type { ContainerPlace } from '../../history/happening'
import type { ExecResult, Instance } from '../../kubelet/host'
import type { Network } from '../../network/request'
import type { Process, SeenProcess } from '../../programs/process'
import { TerminalInput } from '../../programs/terminalInput'
import { longId } from '../../hash'
import type { ExecOutcome, Streams } from '../access'
import type { ContainerLog } from '../containerLog'
import type { PodNetwork } from '../network/podNetwork'
import { commandLine } from './commands'
import { configObjects } from './configObjects'
import type { ContainerSetup } from './containerSetup'
import type { NodeContext } from './nodeContext'

/** What an instance of a container is made from. */
export interface ContainerSource {
  readonly node: NodeContext
  readonly pod: Pod
  readonly hostname: string
  /** The files that the kubelet writes into every container, by path. */
  readonly ownFiles: ReadonlyMap<string, string>
  readonly container: Container
  readonly setup: ContainerSetup
  readonly network: PodNetwork
  readonly log: ContainerLog
  readonly instance: Instance
  /** Gives the main processes of its process namespace. */
  readonly processes: () => readonly MainProcess[]
}

/** The main process of a container, and what sends a SIGTERM to it. */
export interface MainProcess extends SeenProcess {
  readonly terminate: () => void
}

/** How much of a message a status keeps (MaxContainerTerminationMessageLength in pkg/kubelet/types). */
const MOST_MESSAGE = 4096

/** An instance of a container: its files, its processes, its log. */
export class RunningContainer {
  readonly files: RecordedFiles
  private readonly place: ContainerPlace
  private mainProcess: Steps<number> | null = null

  constructor(private readonly source: ContainerSource) {
    const { node, pod, container, setup, ownFiles } = source
    const { namespace = 'default', name = '' } = pod.metadata ?? {}
    this.place = { namespace, pod: name, container: container.name ?? '' }
    const root = new FileTree(node.clock, { past: node.past })
    node.programs.fillRoot(container.image ?? '', root)
    for (const [path, text] of ownFiles) root.put(path, text)
    root.put(messagePath(container), '', 0o666)
    // The runtime makes a working directory that the image lacks.
    const { workingDir = '' } = container
    if (workingDir !== '' && root.at(workingDir) === undefined) root.putDirectory(workingDir)
    this.files = containerFiles({
      root,
      readOnlyRoot: container.securityContext?.readOnlyRootFilesystem ?? false,
      mounts: setup.mounts,
      credentials: setup.credentials,
      onAccess: (access) => this.tellAccess(access),
    })
  }

  /** Finds the program of the main process; gives why there is none, in the container runtime's words, or null. */
  load(): string | null {
    const { node, container, setup } = this.source
    const line = commandLine(container, (name) => setup.env.get(name))
    const process = this.process(line.command, line.args, {
      isFirst: this.source.pod.spec?.shareProcessNamespace !== true,
      stdin: '',
      write: (stream, text) => this.log(stream, text),
      // Where a terminal or stdin is kept open, a shell waits for what nobody types.
      ...(container.stdin === true || container.tty === true ? { typed: new TerminalInput(node.clock) } : {}),
    })
    const program = node.programs.main(process)
    if (typeof program === 'object') return program.error
    this.mainProcess = program(process)
    return null
  }

  /** Runs the main process; gives its exit code. */
  *main(): Steps<number> {
    const { node, instance } = this.source
    const delay = node.meddling.startDelay(this.place)
    if (delay > 0) yield { until: node.clock.now + delay, signal: instance.term.signal }
    return this.mainProcess === null ? 0 : yield* this.mainProcess
  }

  /** Takes a command; runs it beside the main process and gives what came of it. */
  *command(command: readonly string[]): Steps<ExecResult> {
    let output = ''
    const never = this.source.node.clock.signal()
    const write = (_stream: string, text: string) => {
      output += text
    }
    const end = yield* this.exec(command, { stdin: '', write, interrupted: never })
    return 'error' in end ? end : { ...end, output: output.trimEnd() }
  }

  /** Takes a command and its streams; runs it beside the main process and gives its exit code, or containerd's words why it can't be run (internal/cri/server/container_execsync.go). */
  *exec(command: readonly string[], { stdin, typed, write, interrupted }: Streams): Steps<ExecOutcome> {
    const { node, instance } = this.source
    const process = this.process(command, [], {
      isFirst: false,
      stdin,
      write,
      ...(typed === undefined ? {} : { typed }),
    })
    const program = node.programs.command(process)
    if (typeof program === 'object') {
      const id = longId(`${instance.id} ${node.clock.now} ${command.join(' ')}`)
      return { error: `failed to exec in container: failed to start exec "${id}": ${program.error}` }
    }
    const ended = yield* within(node.clock, program(process), Infinity, interrupted)
    return { exitCode: ended.result ?? 130 }
  }

  /** Takes the exit code of the main process; closes its ports and gives its last words: what it wrote into its message file, or the end of its log where that is wanted. */
  end(exitCode: number): string | undefined {
    const { network, instance, log, container, node } = this.source
    network.close(instance.id)
    this.tellLines(log.end(node.clock.now))
    const { terminationMessagePolicy } = container
    const path = messagePath(container)
    const written = this.files.exists(path) ? this.files.readText(path).slice(0, MOST_MESSAGE) : ''
    const wantsLog = terminationMessagePolicy === 'FallbackToLogsOnError' && exitCode !== 0
    const words = written === '' && wantsLog ? log.tail(MOST_MESSAGE / 2) : written
    return words === '' ? undefined : words
  }

  private process(
    command: readonly string[],
    args: readonly string[],
    own: Pick<Process, 'isFirst' | 'stdin' | 'typed' | 'write'>,
  ): Process {
    const { node, container, setup, instance, hostname } = this.source
    return {
      clock: node.clock,
      image: container.image ?? '',
      command,
      args,
      env: setup.env,
      cwd: container.workingDir ?? '',
      credentials: setup.credentials,
      hostname,
      files: this.files,
      network: this.networkView(),
      attempt: instance.attempt,
      term: instance.term,
      kill: instance.kill,
      signal: (pid, name) => this.signal(pid, name),
      processes: () => this.source.processes(),
      configObjects: (kind, from) => configObjects(node.api, kind, from),
      ship: (sink, text) => node.tell({ type: 'shipped', ...this.place, sink, text }),
      ...own,
    }
  }

  /** Only main processes can be told by their numbers; inside its namespace the first hears no SIGKILL. */
  private signal(pid: number, name: string): boolean {
    const process = this.source.processes().find((each) => each.pid === pid)
    if (name === 'TERM') process?.terminate()
    return process !== undefined
  }

  /** How the main process is seen, by its number. */
  seen(pid: number): SeenProcess {
    const { node, container, setup } = this.source
    const line = commandLine(container, (name) => setup.env.get(name))
    const command = node.programs.commandLine({ image: container.image ?? '', ...line })
    return { pid, uid: setup.credentials.uid, command: command.join(' ') }
  }

  private networkView(): Network {
    const { node, network, instance, pod } = this.source
    const { place } = this
    const { namespace = 'default' } = pod.metadata ?? {}
    const asker = { network, place, namespace, address: network.address }
    return {
      listen: (listener) => network.listen({ listener, place, owner: instance.id }),
      request: (request) => node.network.request(asker, request),
      addressesOf: (name) => node.network.addressesOf(name, asker),
      ports: network.ports,
    }
  }

  private log(stream: 'stdout' | 'stderr', text: string): void {
    this.tellLines(this.source.log.write(this.source.node.clock.now, stream, text))
  }

  private tellLines(lines: ReturnType<ContainerLog['write']>): void {
    const { node, instance } = this.source
    for (const { stream, text } of lines)
      node.tell({ type: 'log', ...this.place, attempt: instance.attempt, stream, text })
  }

  private tellAccess({ kind, mount, volumePath, bytes }: FileAccess): void {
    if (mount === null) return
    const { container, node } = this.source
    const mounted = (container.volumeMounts ?? []).find(
      ({ mountPath = '' }) => withoutEnd(mountPath) === mount,
    )
    node.tell({
      type: 'file',
      ...this.place,
      access: kind,
      volume: mounted?.name ?? '',
      mountPath: mount,
      path: volumePath,
      bytes,
    })
  }
}

function messagePath({ terminationMessagePath }: Container): string {
  return terminationMessagePath ?? '/dev/termination-log'
}

function withoutEnd(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path
}
