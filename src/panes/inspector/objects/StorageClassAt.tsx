import { setValue } from '../../../core/kubernetes/edits/setValue'
import { dns1123Subdomain } from '../../../core/kubernetes/names'
import { Button } from '../../../ui/Button'
import { act } from '../change'
import { TextAt } from '../fields/TextAt'
import { useValue } from '../fields/useValue'
import type { ControlProps } from '../schema/control'
import styles from './objects.module.css'

/** A claim's storage class: left out is the cluster's default, an empty text is none (core/v1 PersistentVolumeClaimSpec, KEP 3333). */
export function StorageClassAt({ path, label, help, layout }: ControlProps) {
  const value = useValue(path)
  const isEmpty = value === ''
  return (
    <div className={styles.stack}>
      <TextAt
        label={label}
        help={help}
        layout={layout}
        path={path}
        keepEmpty
        check={dns1123Subdomain}
        placeholder={isEmpty ? 'no class' : 'the cluster’s default'}
      />
      {value === undefined || value === null ? (
        <div className={styles.adds}>
          <span className={styles.note}>Left out: the cluster’s default class makes the volume.</span>
          <Button variant="quiet" onClick={() => act(setValue(path, ''))}>
            Ask for no class
          </Button>
        </div>
      ) : null}
      {isEmpty ? (
        <div className={styles.adds}>
          <span className={styles.note}>No class: only a volume that somebody made by hand will do.</span>
          <Button variant="quiet" onClick={() => act(setValue(path, undefined))}>
            Use the default class
          </Button>
        </div>
      ) : null}
    </div>
  )
}
