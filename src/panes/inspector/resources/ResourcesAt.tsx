import { useState } from 'react'
import type { Path } from '../../../core/kubernetes/path'
import { AddButton } from '../../../ui/AddButton'
import { SuggestField } from '../../../ui/SuggestField'
import { goInto } from '../schema/goInto'
import { pathKey } from '../pathKey'
import { useKeysOf } from '../schema/useKeys'
import { ResourceRow } from './ResourceRow'
import styles from './resources.module.css'

/** What nearly every container says something of. */
const ALWAYS: readonly string[] = ['cpu', 'memory']

const OTHERS = [
  { value: 'ephemeral-storage', hint: 'The node’s disk: logs, emptyDirs, what it writes into its own files' },
  { value: 'hugepages-2Mi', hint: 'Huge pages of 2 MiB' },
  { value: 'hugepages-1Gi', hint: 'Huge pages of 1 GiB' },
  { value: 'nvidia.com/gpu', hint: 'GPUs, where the nodes offer them' },
]

/** Requests and limits, a row a resource, with a bar that tells how they stand to each other. */
export function ResourcesAt({ path }: { readonly path: Path }) {
  const [requests = [], limits = []] = useKeysOf([
    [...path, 'requests'],
    [...path, 'limits'],
  ])
  const [asked, setAsked] = useState<string | null>(null)
  const named = [...new Set([...ALWAYS, ...requests, ...limits])]
  const isNew = asked !== null && !named.includes(asked)
  const place = [...path, 'new resource']
  return (
    <div className={styles.resources}>
      {(isNew ? [...named, asked] : named).map((name, index) => (
        <ResourceRow
          // The new one keeps its key when its first amount gives it a place in the text, and with it the focus.
          key={name === asked ? '' : name}
          path={path}
          name={name}
          title={
            isNew && index === named.length ? (
              <div data-at={pathKey(place)}>
                <SuggestField
                  mono
                  layout="cell"
                  label="Resource"
                  value={name}
                  suggestions={OTHERS.filter(({ value }) => !named.includes(value))}
                  placeholder="ephemeral-storage"
                  onChange={setAsked}
                />
              </div>
            ) : (
              name
            )
          }
        />
      ))}
      <div className={styles.adds}>
        <AddButton onClick={() => goInto(place, () => setAsked(''))}>Add resource</AddButton>
      </div>
    </div>
  )
}
