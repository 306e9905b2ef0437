import type { SessionReply, SessionRequest } from '../../core/simulator/session/protocol'

/** A session in a worker. */
export interface Link {
  readonly ask: (request: SessionRequest) => void
  /** Ends the worker, whatever it is at. */
  readonly close: () => void
}

/** Takes what to do with the answers; starts a worker with a session in it. A script that never sleeps hangs that worker, and nothing else. */
export function openLink(onReply: (reply: SessionReply) => void): Link {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<SessionReply>) => onReply(data))
  worker.addEventListener('error', ({ message }) =>
    onReply({
      say: 'failed',
      message: message === '' ? 'It could not be fetched. Are you offline?' : message,
    }),
  )
  return {
    // A worker has one origin: the page's.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    ask: (request) => worker.postMessage(request),
    close: () => worker.terminate(),
  }
}
