import { setLabel } from '../../../core/kubernetes/edits/labels'
import { isObject } from '../../../core/kubernetes/json'
import type { Path } from '../../../core/kubernetes/path'
import { fieldAt } from '../../../core/kubernetes/schema/schema'
import { labelsNear, selectedWorkloads, workloadsNear } from '../../../core/kubernetes/selectors'
import { field, labelsOf } from '../../../core/kubernetes/shape'
import { workloadAt } from '../../../core/kubernetes/workloadKinds'
import { selectorInWords, selectorPlaceOf } from '../../../core/words/selectorInWords'
import { AddButton } from '../../../ui/AddButton'
import { act } from '../change'
import { useValue } from '../fields/useValue'
import { ThingLink } from '../forms/ThingLink'
import { useManifest } from '../useManifest'
import styles from './objects.module.css'

/** More would be a wall of buttons. */
const MOST_OFFERS = 8

/** What a label selector selects: in words, in this design, and the labels that pods here have, to select by them. */
export function SelectorBody({ path }: { readonly path: Path }) {
  const manifest = useManifest()
  const selector = useValue(path)
  const of = fieldAt(manifest, path) ?? { owner: '', name: '' }
  const { subject } = selectorPlaceOf(of)
  const isOfPods = subject === 'pods' || subject === 'own pods'
  const written = labelsOf(field(selector, 'matchLabels'))
  const offers = isOfPods
    ? labelsNear(manifest, path, subject === 'own pods').filter(({ key }) => !Object.hasOwn(written, key))
    : []
  return (
    <div className={styles.stack}>
      <p className={styles.note}>{selectorInWords(of, selector)}</p>
      {isOfPods && isObject(selector) ? <Matched path={path} isOwn={subject === 'own pods'} /> : null}
      {offers.length === 0 ? null : (
        <div className={styles.adds}>
          <span className={styles.note}>{subject === 'own pods' ? 'Its pods have:' : 'Pods here have:'}</span>
          {offers.slice(0, MOST_OFFERS).map(({ key, value, workload }) => (
            <AddButton
              key={`${key}=${value}`}
              aria-label={`Match ${key} = ${value}`}
              title={`A label of ${workload}`}
              onClick={() => act(setLabel([...path, 'matchLabels'], key, value))}
            >
              {`${key} = ${value}`}
            </AddButton>
          ))}
        </div>
      )}
    </div>
  )
}

function Matched({ path, isOwn }: { readonly path: Path; readonly isOwn: boolean }) {
  const manifest = useManifest()
  const selector = useValue(path)
  const found = selectedWorkloads(manifest, path, selector)
  const own = workloadAt(manifest, path)
  if (isOwn) {
    const isFound = found.some((workload) => workload.path[0] === own?.path[0])
    return isFound ? null : (
      <p className={styles.wrong}>Its own pods do not have these labels: the server refuses that.</p>
    )
  }
  if (workloadsNear(manifest, path).length === 0) return null
  if (found.length === 0) return <p className={styles.note}>No pod of this design has these labels.</p>
  return (
    <ul className={styles.links} aria-label="Selected here">
      {found.map((workload) => (
        <li key={workload.path[0]}>
          <ThingLink
            path={workload.path}
            concept="workload"
            label={workload.name}
            detail={workload.row.kind}
          />
        </li>
      ))}
    </ul>
  )
}
