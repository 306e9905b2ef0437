import { Link, Trash2, Unlink } from 'lucide-react'
import { removeLabel, setLabel } from '../../../core/kubernetes/edits/labels'
import { removeDocument, renameObject, setReplicas } from '../../../core/kubernetes/edits/objects'
import { addService } from '../../../core/kubernetes/edits/services'
import { dns1123Label, dns1123Subdomain } from '../../../core/kubernetes/names'
import { samePath, type Path } from '../../../core/kubernetes/path'
import { field } from '../../../core/kubernetes/shape'
import { servicesIn } from '../../../core/kubernetes/services'
import { count } from '../../../core/kubernetes/values'
import { workloadAt, type Workload } from '../../../core/kubernetes/workloadKinds'
import { AddButton } from '../../../ui/AddButton'
import { IconButton } from '../../../ui/IconButton'
import { Section } from '../../../ui/Section'
import { act } from '../change'
import { NumberAt } from '../fields/NumberAt'
import { TextAt } from '../fields/TextAt'
import { useValue } from '../fields/useValue'
import { useManifest } from '../useManifest'
import { conceptOfKind } from '../kindConcepts'
import { basesOf } from '../schema/bases'
import { covering } from '../schema/covering'
import { FormSections } from '../schema/FormSections'
import { Place } from '../schema/Place'
import { objectSections } from '../schema/sections'
import { ChangeKind } from './ChangeKind'
import { FormHead } from './FormHead'
import styles from './forms.module.css'
import { LabelsAt } from './LabelsAt'
import { ThingLink } from './ThingLink'

/** The form of a workload: its name, its number of pods, its labels and those of its pods. */
export function WorkloadForm({ path }: { readonly path: Path }) {
  const workload = workloadAt(useManifest(), path)
  if (workload === null) return null
  const { row, replicasPath, podMetadata } = workload
  const metadata = [...path, 'metadata']
  const podId = podMetadata.slice(1).join('.')
  const isPod = samePath(podMetadata, metadata)
  return (
    <div className={styles.form}>
      <FormHead concept={conceptOfKind(row.kind)} kind={row.kind} name={workload.name}>
        <IconButton label={`Remove ${row.kind}`} onClick={() => act(removeDocument(path))}>
          <Trash2 aria-hidden />
        </IconButton>
      </FormHead>
      <div className={styles.fields}>
        <p className={styles.note}>{row.help}</p>
        <TextAt
          label="Name"
          help="Unique in its namespace."
          path={[...metadata, 'name']}
          required
          hold
          check={dns1123Subdomain}
          write={(name) => renameObject(path, name)}
          refusal={`Another ${row.kind} has this name. The manifest keeps the old one.`}
        />
        <Place at={[...metadata, 'namespace']}>
          <TextAt
            label="Namespace"
            help="Left out: the one you apply to."
            path={[...metadata, 'namespace']}
            check={dns1123Label}
            placeholder="default"
          />
        </Place>
        {replicasPath === null ? null : (
          <Place at={replicasPath}>
            <NumberAt
              label="Replicas"
              help="Pods at once. Left out: 1."
              path={replicasPath}
              check={count}
              placeholder="1"
              write={(replicas) => setReplicas(path, replicas)}
            />
          </Place>
        )}
        <ChangeKind path={path} />
      </div>
      <PodSection workload={workload} />
      <ServicesSection path={path} />
      {isPod ? null : (
        <Place at={[...metadata, 'labels']}>
          <LabelsAt
            path={[...metadata, 'labels']}
            title="Labels"
            noun="label"
            help={`Of the ${row.kind} itself: to find and group it.`}
          />
        </Place>
      )}
      <Place at={[...podMetadata, 'labels']}>
        <PodLabels workload={workload} />
      </Place>
      <FormSections
        bases={[
          ...covering(basesOf(row.kind, path), {
            spec: ['replicas'],
            [podId]: ['labels'],
            // Of a Pod these are the same.
            metadata: ['name', 'namespace', 'labels'],
          }),
          { ...POD_ELSEWHERE, path: workload.podSpec },
        ]}
        sections={[
          ...objectSections(row.kind),
          ...(isPod
            ? []
            : [{ of: podId, field: 'annotations', title: 'Pod annotations', help: POD_ANNOTATIONS }]),
        ]}
      />
    </div>
  )
}

/** What is said of the pod has a form of its own. */
const POD_ELSEWHERE = {
  id: 'pod',
  type: 'PodSpec',
  title: 'Pod settings',
  elsewhere: true,
  except: ['containers', 'initContainers', 'volumes'],
} as const

const POD_ANNOTATIONS = 'Notes on each pod. A change restarts the pods.'

function PodLabels({ workload }: { readonly workload: Workload }) {
  const { selectorPath, podMetadata } = workload
  const selector = useValue(selectorPath ?? [...podMetadata, 'labels'])
  const mark = (key: string, value: string) => {
    if (selectorPath === null) return null
    const used = field(selector, key) !== undefined
    return (
      <button
        type="button"
        className={styles.mark}
        aria-pressed={used}
        aria-label={`Selector has ${key}`}
        title={
          used ? 'The selector finds the pods by this label' : 'The selector does not ask for this label'
        }
        onClick={() => act(used ? removeLabel(selectorPath, key) : setLabel(selectorPath, key, value))}
      >
        {used ? <Link aria-hidden /> : <Unlink aria-hidden />}
      </button>
    )
  }
  return (
    <LabelsAt
      path={[...podMetadata, 'labels']}
      title="Pod labels"
      noun="label"
      help="Selectors find the pods by these. What selects by a label follows when you change it."
      mark={mark}
    />
  )
}

function PodSection({ workload }: { readonly workload: Workload }) {
  return (
    <Section title="Pod" help="One IP address, one localhost, shared volumes.">
      <div>
        <ThingLink
          path={workload.podSpec}
          concept="volume"
          label="Pod settings"
          detail="mounts, scheduling, security, network"
        />
      </div>
    </Section>
  )
}

function ServicesSection({ path }: { readonly path: Path }) {
  const services = servicesIn(useManifest()).filter((service) =>
    service.selects.some((it) => samePath(it, path)),
  )
  return (
    <Section
      title="Services"
      help={
        services.length === 0
          ? 'No Service selects these pods: nothing outside can find them by name.'
          : undefined
      }
      action={<AddButton onClick={() => act(addService(path))}>Add Service</AddButton>}
    >
      {services.length === 0 ? null : (
        <ul className={styles.links}>
          {services.map((service) => (
            <li key={service.path[0]}>
              <ThingLink
                path={service.path}
                concept="service"
                label={service.name}
                detail={service.type?.label ?? ''}
              />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
