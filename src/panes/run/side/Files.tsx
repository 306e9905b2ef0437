import { ChevronRight, CornerLeftUp, File, Folder, HardDrive, History, Link } from 'lucide-react'
import { useState } from 'react'
import type { FileAnswer, FileEntry } from '../../../core/simulator/session/protocol'
import { useRun } from '../../../store/run'
import { scrubTo } from '../../../store/runDeeds'
import { Button } from '../../../ui/Button'
import { clockText } from '../clockText'
import type { SideTabProps } from './sideTab'
import styles from './side.module.css'
import { useFile } from './useFile'

const ICONS = { file: File, directory: Folder, symlink: Link } as const

/** The files of a container as they are, or were, at the moment that is shown: its own, and those of the volumes it mounts. */
export function Files({ history, place, moment }: SideTabProps) {
  const life = history.podAt(place.namespace, place.pod, moment)
  const container = life?.containers.find(({ name }) => name === place.container)?.container
  const mounts = (container?.volumeMounts ?? []).flatMap(({ mountPath = '', name = '' }) =>
    mountPath === '' ? [] : [{ mountPath, name }],
  )
  const [path, setPath] = useState(mounts[0]?.mountPath ?? '/')
  const isLive = useRun((run) => run.shown === null)
  const read = useFile(place, path, isLive ? null : moment)
  return (
    <div className={styles.files}>
      <div className={styles.crumbs}>
        {path === '/' ? null : (
          <button
            type="button"
            className={styles.crumb}
            aria-label="Up"
            onClick={() => setPath(parentOf(path))}
          >
            <CornerLeftUp aria-hidden />
          </button>
        )}
        <code className={styles.path}>{path}</code>
        {mounts
          .filter(({ mountPath }) => mountPath !== path)
          .map(({ mountPath, name }) => (
            <button
              key={mountPath}
              type="button"
              className={styles.crumb}
              title={mountPath}
              onClick={() => setPath(mountPath)}
            >
              <HardDrive aria-hidden style={{ color: 'var(--volume-ink)' }} />
              {name}
            </button>
          ))}
      </div>
      {read === null || read.time === null ? null : (
        <p className={styles.then}>
          <History aria-hidden />
          {`As they were at ${clockText(read.time)}`}
        </p>
      )}
      <Answer answer={read?.answer ?? null} path={path} onOpen={setPath} />
    </div>
  )
}

interface AnswerProps {
  readonly answer: FileAnswer | null
  readonly path: string
  readonly onOpen: (path: string) => void
}

function Answer({ answer, path, onOpen }: AnswerProps) {
  if (answer === null) return <p className={styles.none}>Reading…</p>
  if ('error' in answer) return <p className={styles.none}>{answer.error}</p>
  if ('knownFrom' in answer) return <Forgotten until={answer.knownFrom} />
  if ('text' in answer)
    return answer.text === null ? (
      <p className={styles.none}>{`${answer.size} bytes that are no text.`}</p>
    ) : (
      // A region that scrolls must be reachable by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      <pre className={styles.content} tabIndex={0} aria-label={`Content of ${path}`}>
        {answer.text}
      </pre>
    )
  if (answer.entries.length === 0) return <p className={styles.none}>This folder is empty.</p>
  return (
    <ul className={styles.lines} aria-label={`Files in ${path}`}>
      {answer.entries.map((entry) => (
        <li key={entry.name}>
          <button
            type="button"
            className={styles.file}
            onClick={() => onOpen(`${path === '/' ? '' : path}/${entry.name}`)}
          >
            <EntryLine entry={entry} />
          </button>
        </li>
      ))}
    </ul>
  )
}

/** So much was written since that what was before is not remembered. */
function Forgotten({ until }: { readonly until: number }) {
  // The first whole second at which all is known: what the button says.
  const first = Math.ceil(until / 1000) * 1000
  return (
    <div className={styles.forgotten}>
      <p>{`What was here then is forgotten: files are remembered from ${clockText(first)} on, because so much has been written since.`}</p>
      <Button onClick={() => scrubTo(first)}>{`Go to ${clockText(first)}`}</Button>
    </div>
  )
}

function EntryLine({ entry: { name, type, mode, uid, gid, size, target } }: { readonly entry: FileEntry }) {
  const Icon = ICONS[type]
  return (
    <>
      <Icon aria-label={type} />
      <span className={styles.fileName}>{target === '' ? name : `${name} → ${target}`}</span>
      <span
        className={styles.quiet}
      >{`${modeText(mode)}  ${uid}:${gid}  ${type === 'file' ? size : ''}`}</span>
      {type === 'directory' ? <ChevronRight aria-hidden /> : null}
    </>
  )
}

/** Takes the bits of a mode; gives them as `ls` writes them: `rw-r--r--`. */
function modeText(mode: number): string {
  return [6, 3, 0]
    .map((shift) => {
      const bits = (mode >> shift) & 7
      return `${(bits & 4) === 0 ? '-' : 'r'}${(bits & 2) === 0 ? '-' : 'w'}${(bits & 1) === 0 ? '-' : 'x'}`
    })
    .join('')
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/'
}
