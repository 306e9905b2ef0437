import type { Steps } from '../../clock'
import { FileError } from '../../filesystem/fileSystem'
import { durationOf, flagsOf } from '../images/flags'
import { http, listen, pages, pause } from '../images/serving'
import type { Process } from '../process'
import { onlyHttp } from '../serverProgram'
import { messageOf } from '../shell/errorMessages'
import { stamp } from '../stamps'

const SWITCHES = ['one-time', 'group-write', 'add-user', 'http-metrics', 'http-pprof', 'v']
/** A clone takes its time, and a new commit comes every so many looks. */
const CLONE_TIME = 1000
const LOOKS_A_COMMIT = 3

/** git-sync v4: keeps a checked-out tree below its root, and a link to the newest one that changes at one moment (github.com/kubernetes/git-sync). */
export function* gitSync(process: Process): Steps<number> {
  const { get } = flagsOf(process.command.slice(1), SWITCHES)
  const option = (name: string) =>
    get(name) ?? process.env.get(`GITSYNC_${name.toUpperCase().replaceAll('-', '_')}`)
  const log = (message: string, more: Readonly<Record<string, unknown>> = {}) => {
    process.write(
      'stderr',
      `${JSON.stringify({ logger: '', ts: `${stamp(process.clock, '%Y-%m-%d %H:%M:%S')}.000000`, level: 0, msg: message, ...more })}\n`,
    )
  }
  const repository = option('repo') ?? ''
  const root = option('root') ?? ''
  for (const [name, value] of [
    ['--repo', repository],
    ['--root', root],
  ] as const)
    if (value === '') {
      process.write('stderr', `ERROR: required flag: ${name} must be specified\n`)
      return 1
    }
  const link = option('link') ?? (repository.split('/').at(-1) ?? '').replace(/\.git$/, '')
  const period = durationOf(option('period'), 10_000)
  const state = { isSynced: false }
  const bind = option('http-bind')
  if (bind !== undefined && bind !== '') {
    const handle = pages({
      '/': () => (state.isSynced ? http(200, '') : http(503, 'repo is not ready\n')),
      '/metrics': () => http(200, '# TYPE git_sync_count_total counter\n'),
    })
    if (listen(process, Number(/(\d+)$/.exec(bind)?.[1] ?? 1234), onlyHttp(handle)) !== 'listening') {
      log('ERROR: failed to bind HTTP endpoint', {
        error: `listen tcp ${bind}: bind: address already in use`,
      })
      return 1
    }
  }
  log('starting up', { args: process.command.slice(1) })
  let commit = ''
  for (let looks = 0; ; looks += 1) {
    if (yield* pause(process, looks === 0 ? CLONE_TIME : period)) return 143
    const newest = hashOf(repository, Math.floor(looks / LOOKS_A_COMMIT))
    if (newest === commit) continue
    try {
      publishTree(process, root, link, repository, newest, commit, option('group-write') !== undefined)
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      log('error syncing repo, will retry', {
        error: `open ${error.path}: ${messageOf(error.code).toLowerCase()}`,
        failCount: looks + 1,
      })
      if (option('one-time') !== undefined) return 1
      continue
    }
    log('updated successfully', { ref: option('ref') ?? 'HEAD', remote: newest, syncCount: looks + 1 })
    commit = newest
    state.isSynced = true
    if (option('one-time') !== undefined) {
      log('exiting after one sync')
      return 0
    }
  }
}

/** A new tree beside the old one, then the link: who reads through it sees one or the other, never both. */
function publishTree(
  { files }: Process,
  root: string,
  link: string,
  repository: string,
  commit: string,
  before: string,
  isGroupWritable: boolean,
): void {
  const tree = `${root}/.worktrees/${commit}`
  const content: Readonly<Record<string, string>> = {
    'README.md': `# ${repository}\n\nAt commit ${commit}.\n`,
    'index.html': `<h1>${repository}</h1>\n<p>At commit ${commit}.</p>\n`,
  }
  for (const directory of [`${root}/.git`, `${root}/.worktrees`, tree]) {
    files.makeDirectory(directory, { parents: true })
    if (isGroupWritable) files.chmod(directory, files.stat(directory).mode | 0o020)
  }
  for (const [name, text] of Object.entries(content)) {
    files.write(`${tree}/${name}`, text)
    if (isGroupWritable) files.chmod(`${tree}/${name}`, 0o664)
  }
  const next = `${root}/.${link}.new`
  files.symlink(`.worktrees/${commit}`, next)
  files.rename(next, `${root}/${link}`)
  if (before !== '') files.remove(`${root}/.worktrees/${before}`, { recursive: true })
}

/** Takes a repository and how many commits it has got; gives 40 digits that look like a commit's. */
function hashOf(repository: string, commits: number): string {
  let hash = 2_166_136_261 + commits
  let digits = ''
  while (digits.length < 40) {
    for (const character of `${repository}${commits}`)
      hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0
    digits += hash.toString(16).padStart(8, '0')
  }
  return digits
}
