import { Clock } from '../clock'
import type { Steps } from '../clock'
import { publish } from '../filesystem/atomicWriter'
import type { PublishedFile } from '../filesystem/atomicWriter'
import { FileTree } from '../filesystem/fileTree'
import type { VolumeMount } from '../filesystem/mount'
import { PROGRAMS } from './programs'
import { requestOf } from '../network/httpUrl'
import { TestContainer, TestNetwork } from './testContainer'
import type { TestContainerOptions } from './testContainer'

/** A pod for tests: containers on one clock and one localhost. */
export class TestPod {
  readonly clock = new Clock()
  readonly network

  constructor(names: Readonly<Record<string, string>> = {}) {
    this.network = new TestNetwork(this.clock, new Map(Object.entries(names)))
  }

  volume(mode = 0o777, gid = 0): FileTree {
    return new FileTree(this.clock, { mode, gid })
  }

  /** Takes files by name; gives a volume of a ConfigMap. */
  config(files: Readonly<Record<string, string>>): FileTree {
    const tree = new FileTree(this.clock)
    publish(this.clock, tree, contentOf(files))
    return tree
  }

  run(image: string, options: Omit<TestContainerOptions, 'image' | 'clock' | 'network'> = {}): TestContainer {
    const { uid, gid } = PROGRAMS.defaults(image)
    const credentials = { uid, gid, groups: [] }
    return new TestContainer({
      clock: this.clock,
      network: this.network,
      image,
      credentials,
      ...options,
    }).boot(PROGRAMS)
  }

  async until(seconds: number): Promise<void> {
    await this.clock.live(seconds * 1000)
  }

  async ask(url: string, method = 'GET'): Promise<string> {
    const request = requestOf(url, { method })
    const got: string[] = []
    const { network, clock } = this
    clock.start(
      (function* run(): Steps {
        if (request === undefined) return
        const answer = yield* network.request(request)
        got.push('error' in answer ? answer.error : `${answer.response.status} ${answer.response.body}`)
      })(),
    )
    await this.until(clock.now / 1000)
    return got.join('')
  }
}

/** Takes texts by name; gives what a ConfigMap's volume publishes. */
export function contentOf(files: Readonly<Record<string, string>>): ReadonlyMap<string, PublishedFile> {
  return new Map(Object.entries(files).map(([name, content]) => [name, { content, mode: 0o644 }]))
}

/** Takes a path and a volume; gives the mount. */
export function mount(path: string, tree: FileTree, readOnly = false, subPath = ''): VolumeMount {
  return { path, tree, subPath, readOnly }
}

/** Takes a script; gives the command line of a shell that runs it. */
export function script(text: string): readonly string[] {
  return ['sh', '-c', text]
}
