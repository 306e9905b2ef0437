import type { KeyboardEvent } from 'react'
import type { Container } from '../../../core/kubernetes/containers'
import type { Path } from '../../../core/kubernetes/path'
import { useDesigner } from '../../../store/designer'
import { CONCEPTS } from '../../../ui/concepts'
import { useManifest } from '../useManifest'
import { Cell } from './Cell'
import { mountMatrix, mountPlaces, type MatrixRow } from './cells'
import { cellToGo } from './cellToGo'
import styles from './matrix.module.css'

/**
 * Who mounts what where: volumes down, containers across. A cell is the path of a mount: typed in place, cleared to
 * unmount. Arrow keys go from cell to cell. `only` shows one volume, with the containers down.
 */
export function Matrix({ podSpec, only }: { readonly podSpec: Path; readonly only?: string }) {
  const { rows, columns } = mountMatrix(useManifest(), podSpec)
  if (only !== undefined) return <OneVolume podSpec={podSpec} volume={only} columns={columns} />
  if (rows.length === 0 || columns.length === 0) return null
  return (
    <div role="presentation" className={styles.scroller} onKeyDown={goByArrow}>
      <table className={styles.matrix}>
        <caption className="visually-hidden">Mount paths, by volume and container</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              <span className="visually-hidden">Volume</span>
            </th>
            {columns.map((container) => (
              <th key={container.path.join('/')} scope="col">
                <ContainerName container={container} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">
                <VolumeName row={row} />
              </th>
              {columns.map((container) => (
                <td key={container.path.join('/')}>
                  <Cells podSpec={podSpec} container={container} volume={row.name} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function OneVolume({
  podSpec,
  volume,
  columns,
}: {
  readonly podSpec: Path
  readonly volume: string
  readonly columns: readonly Container[]
}) {
  return (
    <div role="presentation" onKeyDown={goByArrow}>
      <table className={styles.list}>
        <caption className="visually-hidden">Mount paths of {volume}, by container</caption>
        <tbody>
          {columns.map((container) => (
            <tr key={container.path.join('/')}>
              <th scope="row">
                <ContainerName container={container} />
              </th>
              <td>
                <Cells podSpec={podSpec} container={container} volume={volume} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The mounts of one volume in one container; one empty place where there is none. */
function Cells({
  podSpec,
  container,
  volume,
}: {
  readonly podSpec: Path
  readonly container: Container
  readonly volume: string
}) {
  const places = mountPlaces(container, volume)
  return (places.length === 0 ? [null] : places).map((place, nth) => (
    <Cell
      // By place in the cell: the input in which the first letter mounts is the one that goes on.
      // oxlint-disable-next-line react/no-array-index-key
      key={nth}
      podSpec={podSpec}
      list={container.role === 'app' ? 'containers' : 'initContainers'}
      index={container.index}
      volume={volume}
      place={place}
      label={`${volume} in ${container.name}`}
    />
  ))
}

function ContainerName({ container: { role, name, path } }: { readonly container: Container }) {
  const { Icon, ink } = CONCEPTS[role]
  return (
    <button type="button" className={styles.name} onClick={() => useDesigner.getState().select(path)}>
      <Icon aria-hidden style={{ color: ink }} />
      <span>{name}</span>
    </button>
  )
}

function VolumeName({ row: { name, concept, path, source } }: { readonly row: MatrixRow }) {
  const { Icon, ink } = CONCEPTS[concept]
  if (path === null)
    return (
      <span className={styles.missing}>
        <span>{name}</span>
        <span className={styles.source}>no such volume</span>
      </span>
    )
  return (
    <button
      type="button"
      className={styles.name}
      title={source}
      onClick={() => useDesigner.getState().select(path)}
    >
      <Icon aria-hidden style={{ color: ink }} />
      <span>{name}</span>
    </button>
  )
}

function goByArrow(event: KeyboardEvent<HTMLElement>): void {
  const cell = cellToGo(event)
  if (cell === null) return
  event.preventDefault()
  cell.focus()
  cell.select()
}
