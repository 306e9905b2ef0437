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

const ENDLESS =
  /\bsleep\s+(?:inf(?:inity)?\b|\d{7,})|\btail\s+(?:-\S+\s+)*-\w*[fF]|\bwhile\s+(?:true|:|\[\s*1\s*\])\s*(?:;|\n|do\b)/
/** What a script comes to at last, whatever it tried before. */
const ENDLESS_END =
  /(?:^|[;\n]|&&)\s*(?:exec\s+)?(?:sleep\s+(?:inf(?:inity)?|\d{7,})|tail\s+(?:-\S+\s+)*-\w*[fF][^;&|\n]*)\s*$/
const LEAVES = /\b(?:break|exit|exec|return|timeout|kill)\b/

/** Takes a container; says whether its program surely runs until it is stopped. */
export function neverEnds(container: PodContainer): boolean {
  const words = [...container.command, ...container.args]
  if (words.length === 0) return knownImage(container.image)?.runs === 'for ever'
  const script = scriptIn(container)
  if (script === null) return ENDLESS.test(words.join(' '))
  return ENDLESS_END.test(script.text) || (ENDLESS.test(script.text) && !LEAVES.test(script.text))
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

/** Takes a container and a port; says whether it speaks to that port of its own pod: `localhost:5432`, `127.0.0.1 -p 5432`. */
export function speaksTo(container: PodContainer, port: number): boolean {
  const place = new RegExp(String.raw`(?:localhost|127\.0\.0\.1|\[::1\])(?::|\s+(?:-p\s*)?)${port}(?!\d)`)
  return place.test(saidBy(container))
}

const SOMEWHERE_IN_THE_POD = /(?:localhost|127\.0\.0\.1)(?![\w.:-])(?!\s+(?:-p\s*)?\d)/

/** Takes a container; says whether it speaks to its own pod without saying the port, as clients do that know it. */
export function speaksToItsPod(container: PodContainer): boolean {
  return SOMEWHERE_IN_THE_POD.test(saidBy(container))
}

const PORT_ARGUMENT = /^--?(?:[\w.]+-)*(?:port|listen|bind)(?:-[\w.-]+)?=(?:\S*:)?(\d{2,5})$/

/** Takes a container; gives the ports that its arguments tell it to open: `--port=5432`, `--listen=:8080`. */
export function portArguments({ command, args }: PodContainer): readonly number[] {
  return [...command, ...args].flatMap((word) => {
    const port = Number(PORT_ARGUMENT.exec(word)?.[1])
    return Number.isNaN(port) ? [] : [port]
  })
}
