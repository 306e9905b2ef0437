import type { ReactNode } from 'react'
import { addIngressPath, addIngressRule } from '../../../core/kubernetes/edits/ingress'
import { moveItem, removeItem } from '../../../core/kubernetes/edits/list'
import { ingressPathAt } from '../../../core/kubernetes/ingress'
import type { Path } from '../../../core/kubernetes/path'
import { fieldOf } from '../../../core/kubernetes/schema/schema'
import { itemsOf } from '../../../core/kubernetes/shape'
import { ingressPathInWords } from '../../../core/words/ingressInWords'
import { useDesigner } from '../../../store/designer'
import { FieldLine } from '../../../ui/FieldLine'
import { ListEditor } from '../../../ui/ListEditor'
import { act } from '../change'
import { TextAt } from '../fields/TextAt'
import { useValue } from '../fields/useValue'
import { FieldAt, fieldsAt } from '../schema/ObjectFields'
import { BackendAt } from './BackendAt'
import styles from './objects.module.css'

/** The rules of an Ingress: hosts, their paths, and where each leads to, in words too. `path` is that of its spec. */
export function IngressRules({ path }: { readonly path: Path }) {
  const list = [...path, 'rules']
  const count = itemsOf(useValue(list)).length
  const row = (index: number): ReactNode => <Rule path={[...list, index]} />
  return (
    <ListEditor
      title="Rules"
      help={
        count === 0
          ? 'Which requests go to which Service. Without a rule all go to the default backend.'
          : 'Which requests go to which Service.'
      }
      noun="rule"
      count={count}
      stacked
      row={row}
      onAdd={() => act(addIngressRule(path.slice(0, 1)))}
      onRemove={(index) => act(removeItem([...list, index]))}
      onMove={(from, to) => act(moveItem([...list, from], to))}
    />
  )
}

function Rule({ path }: { readonly path: Path }) {
  const list = [...path, 'http', 'paths']
  const count = itemsOf(useValue(list)).length
  const row = (index: number): ReactNode => <HttpPath path={[...list, index]} />
  return (
    <div className={styles.card} data-labelled>
      <div className={styles.first}>
        <TextAt
          layout="cell"
          label="Host"
          help="Left empty: every host."
          path={[...path, 'host']}
          placeholder="shop.example.com"
        />
      </div>
      <ListEditor
        heading="bare"
        title="Paths"
        noun="path"
        count={count}
        stacked
        row={row}
        onAdd={() => act(addIngressPath(path))}
        onRemove={(index) => act(removeItem([...list, index]))}
        onMove={(from, to) => act(moveItem([...list, from], to))}
      />
    </div>
  )
}

const PATH_TYPE = fieldOf('HTTPIngressPath', 'pathType')

function HttpPath({ path }: { readonly path: Path }) {
  const words = useDesigner(({ manifest }) => ingressPathInWords(ingressPathAt(manifest, path)))
  return (
    <div className={styles.card} data-labelled>
      <FieldLine className={styles.httpPath}>
        <TextAt layout="cell" label="Path" path={[...path, 'path']} placeholder="/" />
        {PATH_TYPE === null ? null : <FieldAt field={PATH_TYPE} path={[...path, 'pathType']} layout="cell" />}
      </FieldLine>
      <BackendAt path={[...path, 'backend']} fields={fieldsAt} />
      <p className={styles.note}>{words}</p>
    </div>
  )
}
