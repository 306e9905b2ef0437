import type { Json } from '../../../kubernetes/json'
import { sameNamespace } from '../../../kubernetes/objects'
import { valueAt, type Path } from '../../../kubernetes/path'
import type { ReferenceKind } from '../../../kubernetes/references'
import { textOf } from '../../../kubernetes/shape'
import type { Design } from './design'

/** A use of an object that the design does not have. */
export interface Missing {
  readonly path: Path
  readonly name: string
}

/** An object of somebody else's kind that makes others: where it says their name, the first of these that it says. */
interface Maker {
  readonly kind: string
  readonly makes: ReferenceKind
  readonly names: readonly Path[]
}

const OWN_NAME: Path = ['metadata', 'name']

/** Sealed Secrets, the External Secrets Operator and cert-manager, by their own documentation. */
const MAKERS: readonly Maker[] = [
  { kind: 'SealedSecret', makes: 'Secret', names: [['spec', 'template', 'metadata', 'name'], OWN_NAME] },
  { kind: 'ExternalSecret', makes: 'Secret', names: [['spec', 'target', 'name'], OWN_NAME] },
  { kind: 'Certificate', makes: 'Secret', names: [['spec', 'secretName']] },
]

/** What every namespace has (the controllers for the root CA and for service accounts make them). */
const ALWAYS_THERE: ReadonlySet<string> = new Set(['ConfigMap/kube-root-ca.crt'])

/** Takes a design and a kind; gives the uses of objects of that kind that it lacks, where the pod can't do without. */
export function missingOf(design: Design, kind: ReferenceKind): readonly Missing[] {
  return design.pods.flatMap((pod) =>
    design
      .referencesOf(pod)
      .filter((reference) => reference.kind === kind && reference.name !== '' && !reference.optional)
      .filter(({ name }) => !isThere(design, kind, name, pod.workload.namespace))
      .map(({ from, name }) => ({ path: from, name })),
  )
}

function isThere(design: Design, kind: ReferenceKind, name: string, namespace: string): boolean {
  return (
    design.named(kind, name, namespace) !== null ||
    ALWAYS_THERE.has(`${kind}/${name}`) ||
    isMade(design, kind, name, namespace)
  )
}

function isMade(design: Design, kind: ReferenceKind, name: string, namespace: string): boolean {
  return MAKERS.filter(({ makes }) => makes === kind).some((maker) =>
    design
      .ofKind(maker.kind)
      .some(
        (object) =>
          sameNamespace(object.namespace, namespace) &&
          nameMade(design.documents, object.path, maker) === name,
      ),
  )
}

function nameMade(documents: readonly Json[], object: Path, { names }: Maker): string {
  return (
    names.map((path) => textOf(valueAt(documents, [...object, ...path]))).find((name) => name !== '') ?? ''
  )
}
