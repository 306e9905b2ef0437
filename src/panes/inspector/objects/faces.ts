import type { FormSection } from '../schema/FormSections'
import { FilesSection } from './FilesSection'

const CHANGES: FormSection = { title: 'Changes', of: '', always: ['immutable'] }

/** The parts of the forms of objects that are no workloads, by kind: in the order people think of them. */
export const OBJECT_FACES: Readonly<Record<string, readonly FormSection[]>> = {
  ConfigMap: [{ of: '', Own: FilesSection, covers: ['data', 'binaryData'] }, CHANGES],
  Secret: [
    { title: 'Kind of secret', of: '', always: ['type'] },
    { of: '', Own: FilesSection, covers: ['data', 'stringData'] },
    CHANGES,
  ],
}
