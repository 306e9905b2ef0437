import type { Path } from '../../../core/kubernetes/path'
import { itemsOf } from '../../../core/kubernetes/shape'
import { AddButton } from '../../../ui/AddButton'
import { Menu } from '../../../ui/Menu'
import { Section } from '../../../ui/Section'
import { useValue } from '../fields/useValue'
import { Matrix } from '../matrix/Matrix'
import { volumeEntries } from '../addEntries'
import { FormSections } from '../schema/FormSections'
import { POD_SECTIONS } from '../schema/sections'
import { FormHead } from './FormHead'
import styles from './forms.module.css'

/** Each item of these has a form of its own. */
const LISTS = ['containers', 'initContainers', 'volumes']

/** The form of a pod: who mounts which volume where, and all that is said of the pod as a whole. */
export function PodForm({ path }: { readonly path: Path }) {
  const volumes = itemsOf(useValue([...path, 'volumes'])).length
  return (
    <div className={styles.form}>
      <FormHead concept="volume" kind="Pod" name="Pod settings" />
      <Section
        title="Who mounts what"
        help={
          volumes === 0
            ? 'Containers share files through volumes. Add one, then type where each container sees it.'
            : 'Type a path to mount a volume in a container; clear it to unmount.'
        }
        action={
          <Menu align="end" trigger={<AddButton>Add volume</AddButton>} entries={volumeEntries(path)} />
        }
      >
        <Matrix podSpec={path} />
      </Section>
      <FormSections
        bases={[{ id: '', type: 'PodSpec', path, title: 'Pod', except: LISTS }]}
        sections={POD_SECTIONS}
      />
    </div>
  )
}
