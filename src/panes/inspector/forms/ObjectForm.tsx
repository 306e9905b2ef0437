import { FileSearch, Trash2 } from 'lucide-react'
import { removeDocument, renameObject } from '../../../core/kubernetes/edits/objects'
import { dns1123Label, dns1123Subdomain } from '../../../core/kubernetes/names'
import type { Path } from '../../../core/kubernetes/path'
import { typeOfDocument } from '../../../core/kubernetes/schema/schema'
import { field, textOf } from '../../../core/kubernetes/shape'
import { useDesigner } from '../../../store/designer'
import { Button } from '../../../ui/Button'
import { IconButton } from '../../../ui/IconButton'
import { Section } from '../../../ui/Section'
import { act, selectField } from '../change'
import { TextAt } from '../fields/TextAt'
import { conceptOfKind } from '../kindConcepts'
import { basesOf } from '../schema/bases'
import { covering } from '../schema/covering'
import { FormSections } from '../schema/FormSections'
import { objectSections } from '../schema/sections'
import { FormHead } from './FormHead'
import styles from './forms.module.css'

/** The form of an object that is no workload: of a kind that is known field by field, every field; else what all objects have. */
export function ObjectForm({ path }: { readonly path: Path }) {
  const kind = useDesigner(({ manifest }) => textOf(field(manifest[Number(path[0])], 'kind')))
  const isKnown = useDesigner(({ manifest }) => typeOfDocument(manifest[Number(path[0])]) !== null)
  const metadata = [...path, 'metadata']
  return (
    <div className={styles.form}>
      <FormHead
        concept={conceptOfKind(kind)}
        kind={kind === '' ? 'An object without a kind' : kind}
        name={[...metadata, 'name']}
      >
        <IconButton label="Remove object" onClick={() => act(removeDocument(path))}>
          <Trash2 aria-hidden />
        </IconButton>
      </FormHead>
      <div className={styles.fields}>
        {isKnown ? null : (
          <>
            <TextAt label="Kind" path={[...path, 'kind']} required />
            <TextAt label="API version" path={[...path, 'apiVersion']} required />
          </>
        )}
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
      {isKnown ? (
        <FormSections
          bases={covering(basesOf(kind, path), { metadata: ['name', 'namespace'] })}
          sections={objectSections(kind)}
        />
      ) : (
        <>
          <FormSections
            bases={[
              {
                id: 'metadata',
                type: 'ObjectMeta',
                path: metadata,
                title: 'Metadata',
                covered: ['name', 'namespace'],
              },
            ]}
            sections={objectSections(kind)}
          />
          <InYaml path={path} kind={kind} />
        </>
      )}
    </div>
  )
}

function InYaml({ path, kind }: { readonly path: Path; readonly kind: string }) {
  return (
    <Section
      title="Everything else"
      help={`Podwright does not know the fields of a ${kind === '' ? 'document' : kind}: they are edited as YAML and stay exactly as they are.`}
    >
      <div>
        <Button icon={<FileSearch aria-hidden />} onClick={() => selectField(path)}>
          Show in YAML
        </Button>
      </div>
    </Section>
  )
}
