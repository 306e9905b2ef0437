import { FileSearch, Trash2 } from 'lucide-react'
import { removeDocument, renameObject } from '../../../core/kubernetes/edits/objects'
import { dns1123Label, dns1123Subdomain } from '../../../core/kubernetes/names'
import type { Path } from '../../../core/kubernetes/path'
import { field, textOf } from '../../../core/kubernetes/shape'
import { Button } from '../../../ui/Button'
import { IconButton } from '../../../ui/IconButton'
import { Section } from '../../../ui/Section'
import { act, selectField } from '../change'
import { TextAt } from '../fields/TextAt'
import { useValue } from '../fields/useValue'
import { conceptOfKind } from '../kindConcepts'
import { FormHead } from './FormHead'
import styles from './forms.module.css'
import { LabelsAt } from './LabelsAt'

/** The form of any other object: what all objects have; the rest is YAML. */
export function ObjectForm({ path }: { readonly path: Path }) {
  const object = useValue(path)
  const metadata = [...path, 'metadata']
  const kind = textOf(field(object, 'kind'))
  const name = textOf(field(field(object, 'metadata'), 'name'))
  return (
    <div className={styles.form}>
      <FormHead
        concept={conceptOfKind(kind)}
        kind={kind === '' ? 'An object without a kind' : kind}
        name={name}
      >
        <IconButton label="Remove object" onClick={() => act(removeDocument(path))}>
          <Trash2 aria-hidden />
        </IconButton>
      </FormHead>
      <div className={styles.fields}>
        <TextAt label="Kind" path={[...path, 'kind']} required />
        <TextAt label="API version" path={[...path, 'apiVersion']} required />
        <TextAt
          label="Name"
          help="What in this manifest names it follows."
          path={[...metadata, 'name']}
          required
          hold
          check={dns1123Subdomain}
          write={(next) => renameObject(path, next)}
          refusal={`Another ${kind} has this name. The manifest keeps the old one.`}
        />
        <TextAt
          label="Namespace"
          path={[...metadata, 'namespace']}
          check={dns1123Label}
          placeholder="default"
        />
      </div>
      <LabelsAt path={[...metadata, 'labels']} title="Labels" noun="label" help="To find and group it." />
      <Section
        title="Everything else"
        help={`The other fields of a ${kind === '' ? 'document' : kind} are edited as YAML and stay exactly as they are.`}
      >
        <div>
          <Button icon={<FileSearch aria-hidden />} onClick={() => selectField(path)}>
            Show in YAML
          </Button>
        </div>
      </Section>
    </div>
  )
}
