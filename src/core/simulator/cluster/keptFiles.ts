import type { KnownFrom, RecordedFiles } from '../filesystem/containerFiles'
import type { FileSystem } from '../filesystem/fileSystem'
import type { ContainerPlace } from '../history/happening'
import { containerKey, placeKey } from '../history/place'

/** How many runs of containers are kept, and how many bytes of those that are over. */
const MOST = { runs: 400, bytes: 32 * 1024 * 1024 } as const

/** A run of a container, and its files. */
interface Kept {
  readonly key: string
  readonly podKey: string
  readonly from: number
  readonly files: RecordedFiles
  /** When another run took its place, or its pod was gone; null: not yet. */
  until: number | null
}

/** The files of the containers that run, and of the newest that ran: also when their pods are gone, their past can be seen. */
export class KeptFiles {
  private runs: Kept[] = []
  /** What ended before was forgotten. */
  private forgottenUntil = 0

  constructor(private readonly most: { readonly runs: number; readonly bytes: number } = MOST) {}

  /** Takes where a container is, its files, and now: it starts. */
  start(place: ContainerPlace, files: RecordedFiles, now: number): void {
    const key = containerKey(place)
    this.end((run) => run.key === key, now)
    this.runs.push({ key, podKey: placeKey(place.namespace, place.pod), from: now, files, until: null })
    this.forget()
  }

  /** Takes where a pod was, and now: it is gone. */
  leave(namespace: string, pod: string, now: number): void {
    const podKey = placeKey(namespace, pod)
    this.end((run) => run.podKey === podKey, now)
  }

  /** Takes where a container is and a moment; gives the files as they were then, from when on they are known, or null where it had not been started. */
  at(place: ContainerPlace, time: number): FileSystem | KnownFrom | null {
    const key = containerKey(place)
    const found = this.runs.findLast(
      (run) => run.key === key && run.from <= time && (run.until === null || time < run.until),
    )
    if (found !== undefined) return found.files.seenAt(time)
    return time < this.forgottenUntil ? { knownFrom: this.forgottenUntil } : null
  }

  private end(isMeant: (run: Kept) => boolean, now: number): void {
    for (const run of this.runs) if (run.until === null && isMeant(run)) run.until = now
  }

  private forget(): void {
    const over = this.runs.filter(({ until }) => until !== null)
    let bytes = 0
    for (const { files } of over) bytes += bytesOf(files)
    let count = this.runs.length
    for (const run of over) {
      if (count <= this.most.runs && bytes <= this.most.bytes) return
      this.runs = this.runs.filter((other) => other !== run)
      this.forgottenUntil = Math.max(this.forgottenUntil, run.until ?? 0)
      count -= 1
      bytes -= bytesOf(run.files)
    }
  }
}

/** With its volumes, which may be others' too: rather too much than too little. */
function bytesOf(files: FileSystem): number {
  let sum = 0
  for (const { used } of files.mounts()) sum += used
  return sum
}
