import type { FormSection } from '../schema/FormSections'
import { FilesSection } from './FilesSection'
import { IngressRules } from './IngressRules'

const CHANGES: FormSection = { title: 'Changes', of: '', always: ['immutable'] }

/** The parts of the forms of objects that are no workloads, by kind: in the order people think of them. */
export const OBJECT_FACES: Readonly<Record<string, readonly FormSection[]>> = {
  ConfigMap: [{ of: '', Own: FilesSection, covers: ['data', 'binaryData'] }, CHANGES],
  Secret: [
    { title: 'Kind of secret', of: '', always: ['type'] },
    { of: '', Own: FilesSection, covers: ['data', 'stringData'] },
    CHANGES,
  ],
  Ingress: [
    { title: 'Class', help: 'Which controller serves it.', of: 'spec', always: ['ingressClassName'] },
    { of: 'spec', Own: IngressRules, covers: ['rules'] },
    { of: 'spec', field: 'tls', help: 'For which hosts it speaks HTTPS, with which certificate.' },
    { of: 'spec', field: 'defaultBackend', help: 'Where requests go that no rule is for.' },
  ],
}
