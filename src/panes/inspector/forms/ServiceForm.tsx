import { Trash2 } from 'lucide-react'
import { removeDocument, renameObject } from '../../../core/kubernetes/edits/objects'
import { leaveServiceType, setServiceType } from '../../../core/kubernetes/edits/services'
import { dns1123Label, dns1123Subdomain } from '../../../core/kubernetes/names'
import type { Path } from '../../../core/kubernetes/path'
import { SERVICE_TYPES, servicesIn, type Service } from '../../../core/kubernetes/services'
import { workloadAt } from '../../../core/kubernetes/workloadKinds'
import { IconButton } from '../../../ui/IconButton'
import { Section } from '../../../ui/Section'
import { SelectField } from '../../../ui/SelectField'
import { act, change, selectField } from '../change'
import { TextAt } from '../fields/TextAt'
import { useManifest } from '../useManifest'
import { basesOf } from '../schema/bases'
import { covering } from '../schema/covering'
import { FormSections } from '../schema/FormSections'
import { objectSections } from '../schema/sections'
import { FormHead } from './FormHead'
import styles from './forms.module.css'
import { LabelsAt } from './LabelsAt'
import { ServicePorts } from './ServicePorts'
import { ThingLink } from './ThingLink'

const COVERED = ['type', 'ports', 'selector', 'externalName']

const NOT_SET = {
  value: '',
  label: 'Not set: Cluster IP',
  hint: 'Not written: the server makes it a Cluster IP.',
}

const TYPE_OPTIONS = [
  ...SERVICE_TYPES.map(({ id, label, help }) => ({ value: id, label, hint: help })),
  NOT_SET,
]

/** The form of a Service: how it is reached, on which ports, and which pods are behind it. */
export function ServiceForm({ path }: { readonly path: Path }) {
  const service = servicesIn(useManifest()).find((candidate) => candidate.path[0] === path[0])
  if (service === undefined) return null
  const { type } = service
  return (
    <div className={styles.form}>
      <FormHead concept="service" kind={`Service · ${type?.label ?? 'unknown type'}`} name={service.name}>
        <IconButton label="Remove Service" onClick={() => act(removeDocument(path))}>
          <Trash2 aria-hidden />
        </IconButton>
      </FormHead>
      <div className={styles.fields}>
        <TextAt
          label="Name"
          help="Its name in the cluster's DNS."
          path={[...path, 'metadata', 'name']}
          required
          hold
          check={dns1123Label}
          write={(name) => renameObject(path, name)}
          refusal="Another Service has this name. The manifest keeps the old one."
        />
        <TextAt
          label="Namespace"
          help="Must be that of its pods."
          path={[...path, 'metadata', 'namespace']}
          check={dns1123Label}
          placeholder="default"
        />
        <TypeField path={path} service={service} />
        {type?.id === 'ExternalName' ? (
          <TextAt
            label="External name"
            help="The DNS name it stands for."
            path={[...path, 'spec', 'externalName']}
            required
            check={dns1123Subdomain}
            placeholder="db.example.com"
          />
        ) : null}
      </div>
      {type?.selects === false ? null : <ServicePorts service={service} />}
      {type?.selects === false ? null : (
        <LabelsAt
          path={[...path, 'spec', 'selector']}
          title="Selector"
          noun="label"
          help="Pods that have all these labels are behind the Service."
        />
      )}
      {type?.selects === false ? null : <Selected service={service} />}
      <FormSections
        bases={covering(basesOf('Service', path), {
          metadata: ['name', 'namespace'],
          spec: type?.id === 'headless' ? [...COVERED, 'clusterIP'] : COVERED,
        })}
        sections={objectSections('Service')}
      />
    </div>
  )
}

function TypeField({ path, service }: { readonly path: Path; readonly service: Service }) {
  return (
    <SelectField
      label="Type"
      help={service.type?.help}
      value={service.type?.id ?? ''}
      error={service.type === null ? 'Kubernetes knows no such type.' : null}
      options={TYPE_OPTIONS}
      onFocus={() => selectField([...path, 'spec', 'type'])}
      onChange={(next) => {
        const row = SERVICE_TYPES.find(({ id }) => id === next)
        change(row === undefined ? leaveServiceType(path) : setServiceType(path, row.id), [
          ...path,
          'spec',
          'type',
        ])
      }}
    />
  )
}

function Selected({ service }: { readonly service: Service }) {
  const manifest = useManifest()
  const workloads = service.selects.flatMap((path) => workloadAt(manifest, path) ?? [])
  return (
    <Section
      title="Behind it"
      help={
        workloads.length === 0 ? 'No pod of this manifest has these labels in this namespace.' : undefined
      }
    >
      {workloads.length === 0 ? null : (
        <ul className={styles.links}>
          {workloads.map((workload) => (
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
      )}
    </Section>
  )
}
