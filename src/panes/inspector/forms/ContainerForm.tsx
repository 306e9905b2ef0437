import { Copy, Trash2 } from 'lucide-react'
import { flushSync } from 'react-dom'
import {
  duplicateContainer,
  removeContainer,
  renameContainer,
  setRole,
} from '../../../core/kubernetes/edits/containers'
import { dns1123Label } from '../../../core/kubernetes/names'
import { valueAt, type Path } from '../../../core/kubernetes/path'
import { ROLES, roleOf, roleRow } from '../../../core/kubernetes/roles'
import { useDesigner } from '../../../store/designer'
import { ChoiceField } from '../../../ui/ChoiceField'
import { CONCEPTS } from '../../../ui/concepts'
import { IconButton } from '../../../ui/IconButton'
import { act, selectField } from '../change'
import { CommandSection } from '../container/CommandSection'
import { EnvFromSection } from '../container/EnvFromSection'
import { EnvSection } from '../container/EnvSection'
import { MountsSection } from '../container/MountsSection'
import { PortsSection } from '../container/PortsSection'
import { TextAt } from '../fields/TextAt'
import { focusField } from '../focusField'
import { containerLists, hasNamesake } from '../namesakes'
import { pathKey } from '../pathKey'
import { FormHead } from './FormHead'
import { ImageAt } from './ImageAt'
import styles from './forms.module.css'
import { Place } from '../schema/Place'
import { FormSections } from '../schema/FormSections'
import { CONTAINER_SECTIONS } from '../schema/sections'

/** No key of the manifest: the role is which list a container is in, and its restartPolicy. */
const ROLE = 'role'

const OWN = ['name', 'image', 'ports', 'command', 'args', 'env', 'envFrom', 'volumeMounts']

/** The restart policy of a sidecar is what makes it one: the role is its control. */
const COVERED = { app: OWN, init: OWN, sidecar: [...OWN, 'restartPolicy'] } as const

/** The form of a container. */
export function ContainerForm({ path, podSpec }: { readonly path: Path; readonly podSpec: Path }) {
  // Nothing else of the container is read here: typing in a field renders that field.
  const list = path.at(-2) === 'containers' ? 'containers' : 'initContainers'
  const role = useDesigner(({ manifest }) => roleOf(list, valueAt(manifest, path)))
  return (
    <div className={styles.form}>
      <FormHead concept={role} kind={roleRow(role).label} name={[...path, 'name']}>
        <IconButton label="Duplicate container" onClick={() => act(duplicateContainer(path))}>
          <Copy aria-hidden />
        </IconButton>
        <IconButton label="Remove container" onClick={() => act(removeContainer(path))}>
          <Trash2 aria-hidden />
        </IconButton>
      </FormHead>
      <div className={styles.fields}>
        <NameField path={path} podSpec={podSpec} />
        <ImageAt container={path} podSpec={podSpec} />
        <ChoiceField
          label="Role"
          field={pathKey([...path, ROLE])}
          value={role}
          choices={ROLE_CHOICES}
          onFocus={() => selectField(path)}
          onChange={(value) => {
            const chosen = ROLES.find((row) => row.role === value)
            if (chosen === undefined) return
            // The container moves to another list, so its form is a new one: the focus must come along.
            flushSync(() => act(setRole(path, chosen.role)))
            focusField([...(useDesigner.getState().selected ?? path), ROLE])
          }}
        />
      </div>
      <Place notes at={[...path, 'ports']}>
        <PortsSection container={path} podSpec={podSpec} />
      </Place>
      <Place notes at={[...path, 'command']}>
        <Place notes at={[...path, 'args']}>
          <CommandSection container={path} />
        </Place>
      </Place>
      <Place notes at={[...path, 'env']}>
        <EnvSection container={path} podSpec={podSpec} />
      </Place>
      <Place notes at={[...path, 'envFrom']}>
        <EnvFromSection container={path} podSpec={podSpec} />
      </Place>
      <Place notes at={[...path, 'volumeMounts']}>
        <MountsSection container={path} podSpec={podSpec} />
      </Place>
      <FormSections
        bases={[{ id: '', type: 'Container', path, title: 'Container', covered: COVERED[role] }]}
        sections={CONTAINER_SECTIONS}
      />
    </div>
  )
}

function NameField({ path, podSpec }: { readonly path: Path; readonly podSpec: Path }) {
  const namesake = useDesigner((designer) => hasNamesake(designer.manifest, containerLists(podSpec), path))
  return (
    <TextAt
      label="Name"
      help="Unique in the pod."
      path={[...path, 'name']}
      required
      hold
      check={dns1123Label}
      write={(name) => renameContainer(path, name)}
      refusal="Another container of the pod has this name. The manifest keeps the old one."
      error={namesake ? 'Duplicate value: another container of the pod has this name.' : null}
    />
  )
}

/** The difference in a line each; ROLES says it in full. */
const DIFFERENCE = {
  app: {
    label: 'App',
    help: 'Starts once all init containers are done and sidecars are up; runs as long as the pod.',
  },
  sidecar: {
    label: 'Sidecar',
    help: 'Starts before the app containers, runs beside them, stops after them.',
  },
  init: {
    label: 'Init',
    help: 'Runs to its end before the next container starts, and before any app container.',
  },
} as const

const ROLE_CHOICES = ROLES.toReversed().map(({ role }) => {
  const { Icon, ink } = CONCEPTS[role]
  return { value: role, ...DIFFERENCE[role], ink, icon: <Icon aria-hidden /> }
})
