import { FolderTree, Shapes } from 'lucide-react'
import type { DiagramConcept } from '../../core/diagram/node'
import { CONCEPTS, type Concept } from '../../ui/concepts'

/** How each concept of the diagram looks: the page's own table, and what only a picture of a manifest shows. */
export const LOOKS: Readonly<Record<DiagramConcept, Concept>> = {
  ...CONCEPTS,
  host: { ...CONCEPTS.volume, label: 'Path on the node', Icon: FolderTree },
  object: { ...CONCEPTS.workload, label: 'Object', Icon: Shapes },
}
