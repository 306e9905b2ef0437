import { knownImage, type KnownImage } from '../../../kubernetes/knownImages'
import type { VolumeMount } from '../../../kubernetes/mounts'
import { scriptIn } from '../../../kubernetes/script'
import type { PodContainer } from './pod'

/** Takes a container; gives what is known of its program, or null where the manifest gives it another command, arguments or configuration. */
export function untouchedProgram(container: PodContainer): KnownImage | null {
  if (container.command.length > 0 || container.args.length > 0) return null
  const known = knownImage(container.image)
  const isConfigured = container.mounts.some(({ mountPath }) =>
    known?.config.some((config) => isBelow(mountPath, config) || isBelow(config, mountPath)),
  )
  return isConfigured ? null : known
}

/** Takes a container; gives the TCP ports it opens: those it declares, else those its untouched program is known to open. */
export function listensOn(container: PodContainer): readonly number[] {
  const declared = container.ports.flatMap(({ containerPort, protocol }) =>
    containerPort !== null && protocol === 'TCP' ? [containerPort] : [],
  )
  return declared.length > 0 ? declared : (untouchedProgram(container)?.listens ?? [])
}

const SLEEPS_FOR_EVER = /\bsleep\s+(?:inf(?:inity)?\b|\d{7,})/
const FOLLOWS = /\btail\s+(?:-\S+\s+)*-\w*[fF]/
const LOOPS = /\bwhile\s+(?:true|:|\[\s*1\s*\])\s*(?:;|\n|do\b)/
const LEAVES = /\b(?:break|exit|exec|return|timeout|kill)\b/

/** Takes a container; says whether its program surely runs until it is stopped. */
export function neverEnds(container: PodContainer): boolean {
  const words = [...container.command, ...container.args]
  if (words.length === 0) return knownImage(container.image)?.runs === 'for ever'
  const script = scriptIn(container)
  const text = script === null ? words.join(' ') : script.text
  return (
    (SLEEPS_FOR_EVER.test(text) || FOLLOWS.test(text) || LOOPS.test(text)) &&
    (script === null || !LEAVES.test(text))
  )
}

const WRITTEN = /(?:>>?|\btee\s+(?:-a\s+)?)\s*["']?(\/[^\s"';&|<>()]+)/g
const APPENDED = /(?:>>|\btee\s+-a\s)\s*["']?(\/[^\s"';&|<>()]+)/g

/** Takes a container; gives the files that its script writes to: absolute paths behind `>`, `>>` and `tee`, devices left out. */
export function filesWritten(container: PodContainer): readonly string[] {
  return filesBehind(WRITTEN, container)
}

/** As `filesWritten`, only those that grow with each line: behind `>>` and `tee -a`. */
export function filesAppended(container: PodContainer): readonly string[] {
  return filesBehind(APPENDED, container)
}

function filesBehind(pattern: RegExp, container: PodContainer): readonly string[] {
  const script = scriptIn(container)
  if (script === null) return []
  const paths = [...script.text.matchAll(pattern)].map(([, path = '']) => path)
  return [...new Set(paths)].filter((path) => !/^\/(?:dev|proc|sys)\/|[$`]/.test(path))
}

/** Takes two paths; says whether the first is the second or lies below it. */
export function isBelow(path: string, folder: string): boolean {
  const above = plain(folder)
  const below = plain(path)
  return below === above || above === '/' || below.startsWith(`${above}/`)
}

/** `/var/run` is a link to `/run` in all images in use. */
function plain(path: string): string {
  const linked = path.replace(/^\/var\/run(?=\/|$)/, '/run')
  return linked.length > 1 && linked.endsWith('/') ? linked.slice(0, -1) : linked
}

/** Takes a container and a path in it; gives the mount that the path is on, or null where it is in the image. */
export function mountOver(container: PodContainer, path: string): VolumeMount | null {
  const over = container.mounts.filter(({ mountPath }) => mountPath !== '' && isBelow(path, mountPath))
  return over.toSorted((a, b) => b.mountPath.length - a.mountPath.length)[0] ?? null
}

/** Takes a container; gives all that its environment, command and arguments say, as one text. */
export function saidBy({ command, args, env }: PodContainer): string {
  const values = env.map(({ value }) => (typeof value === 'string' ? value : ''))
  return [...command, ...args, ...values].join('\n')
}

/** Takes a container and a port; says whether it speaks to that port of its own pod: `localhost:5432`, `127.0.0.1 5432`. */
export function speaksTo(container: PodContainer, port: number): boolean {
  const places = new RegExp(String.raw`(?:localhost|127\.0\.0\.1|\[::1\])(?::|\s+(?:-p\s*)?)${port}(?!\d)`)
  return places.test(saidBy(container))
}
