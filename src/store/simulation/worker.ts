import { complete } from '../../core/simulator/kubectl/complete'
import { loadPrograms } from '../../core/simulator/programs/loadPrograms'
import type { SessionReply, SessionRequest } from '../../core/simulator/session/protocol'
import { Session } from '../../core/simulator/session/session'

/*
 * A session in a worker: what is asked of it, one thing after the other, and what it says.
 */

/** What kubectl says of an object that the server took. */
const TAKEN = / (?:created|configured|unchanged)$/

let session: Session | null = null
let work: Promise<void> = Promise.resolve()

addEventListener('message', ({ data }: MessageEvent<SessionRequest>) => {
  // What waits for a line to end does not keep it from being interrupted.
  if (data.ask === 'interrupt') session?.interrupt(data.id)
  else if (data.ask === 'type') session?.type(data.id, data.text)
  else work = work.then(() => answer(data)).catch((thrown: unknown) => fail(thrown))
})

function say(reply: SessionReply): void {
  // The one who hears it is the page that started this worker.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  postMessage(reply)
}

function fail(thrown: unknown): void {
  say({ say: 'failed', message: thrown instanceof Error ? thrown.message : String(thrown) })
}

async function answer(request: SessionRequest): Promise<void> {
  if (request.ask === 'start') {
    const { documents, seed, epoch } = request
    session = new Session({ documents, seed, epoch, programs: await loadPrograms() })
    say({ say: 'applied', lines: session.applied.filter((line) => !TAKEN.test(line)) })
  } else if (session !== null) await answerFrom(session, request)
}

type LaterRequest = Exclude<SessionRequest, { readonly ask: 'start' }>

async function answerFrom(live: Session, request: LaterRequest): Promise<void> {
  switch (request.ask) {
    case 'advance':
      await live.advance(request.to)
      return say({
        say: 'advanced',
        now: live.cluster.clock.now,
        happenings: live.take(),
        isBusy: live.isBusy,
      })
    case 'apply':
      return say({ say: 'applied', lines: live.apply(request.documents) })
    case 'intervene':
      return live.intervene(request.intervention)
    case 'run': {
      const { id, line, columns } = request
      return live.run(id, line, columns, {
        write: (text) => say({ say: 'output', id, text }),
        reads: () => say({ say: 'reads', id }),
        ended: (exitCode) => say({ say: 'ended', id, exitCode }),
      })
    }
    case 'interrupt':
      return live.interrupt(request.id)
    case 'type':
      return live.type(request.id, request.text)
    case 'complete': {
      const { id, line, cursor } = request
      return say({ say: 'completions', id, ...complete(live.cluster, line, cursor) })
    }
    case 'files': {
      const { id, namespace, pod, container, path, time } = request
      return say({ say: 'files', id, answer: live.files({ namespace, pod, container }, path, time) })
    }
  }
}
