import type { ReactNode } from 'react'
import { valueAt, type Path } from '../../../core/kubernetes/path'
import { resourceShare } from '../../../core/words/resourceShares'
import { useDesigner } from '../../../store/designer'
import { FieldLine } from '../../../ui/FieldLine'
import { QuantityAt } from '../fields/QuantityAt'
import styles from './resources.module.css'

const EXAMPLES: Readonly<Record<string, readonly [request: string, limit: string]>> = {
  cpu: ['100m', '500m'],
  memory: ['128Mi', '256Mi'],
}

/** One resource: what is promised of it and what is the most, and a bar of the two. */
export function ResourceRow({
  path,
  name,
  title,
}: {
  readonly path: Path
  readonly name: string
  readonly title: ReactNode
}) {
  const [request = '1Gi', limit = '2Gi'] = (Object.hasOwn(EXAMPLES, name) ? EXAMPLES[name] : undefined) ?? []
  return (
    <fieldset className={styles.row} aria-label={name === '' ? 'New resource' : name}>
      <FieldLine className={styles.line}>
        <div className={styles.name}>{title}</div>
        {name === '' ? null : (
          <>
            <QuantityAt layout="cell" label="Request" path={[...path, 'requests', name]} example={request} />
            <QuantityAt layout="cell" label="Limit" path={[...path, 'limits', name]} example={limit} />
          </>
        )}
      </FieldLine>
      <Bar path={path} name={name} />
    </fieldset>
  )
}

function Bar({ path, name }: { readonly path: Path; readonly name: string }) {
  const share = resourceShare(
    useDesigner((designer) => valueAt(designer.manifest, path)),
    name,
  )
  if (share === null) return null
  return (
    <div className={styles.share}>
      <div className={styles.bar} aria-hidden>
        <div className={styles.limit} style={{ width: `${share.limit * 100}%` }} />
        <div className={styles.request} style={{ width: `${share.request * 100}%` }} />
      </div>
      <p className={styles.words}>{share.words}</p>
    </div>
  )
}
