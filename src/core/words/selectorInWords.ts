import { isObject, type Json } from '../kubernetes/json'
import type { Field } from '../kubernetes/schema/field'
import { requirementsOf, type Requirement } from '../kubernetes/selectors'

/** Which things a selector is about: pods of the object's namespace, its own pods, or things no design has. */
type Subject = 'pods' | 'own pods' | 'namespaces' | 'volumes' | 'time series' | 'bundles'

/** What a selector at some place means. */
export interface SelectorPlace {
  readonly subject: Subject
  /** What it means where it is left out, and where it is there and asks for nothing. */
  readonly absent: string
  readonly empty: string
}

const OWN: SelectorPlace = {
  subject: 'own pods',
  absent: 'The server wants one.',
  empty: 'The server refuses a selector that asks for nothing.',
}

/**
 * By the type and the name of the field (the comments of each in the types of Kubernetes; apps validation refuses
 * empty ones).
 */
const PLACES: Readonly<Record<string, SelectorPlace>> = {
  'DeploymentSpec.selector': OWN,
  'ReplicaSetSpec.selector': OWN,
  'StatefulSetSpec.selector': OWN,
  'DaemonSetSpec.selector': OWN,
  'JobSpec.selector': { ...OWN, absent: 'The server makes one: leave it so.' },
  'PodDisruptionBudgetSpec.selector': {
    subject: 'pods',
    absent: 'Selects no pods.',
    empty: 'Selects every pod of the namespace.',
  },
  'NetworkPolicySpec.podSelector': {
    subject: 'pods',
    absent: 'Selects every pod of the namespace.',
    empty: 'Selects every pod of the namespace.',
  },
  'NetworkPolicyPeer.podSelector': {
    subject: 'pods',
    absent: 'Selects every pod.',
    empty: 'Selects every pod.',
  },
  'NetworkPolicyPeer.namespaceSelector': {
    subject: 'namespaces',
    absent: 'Selects the policy’s own namespace.',
    empty: 'Selects every namespace.',
  },
  'PodAffinityTerm.labelSelector': {
    subject: 'pods',
    absent: 'Selects no pods.',
    empty: 'Selects every pod.',
  },
  'PodAffinityTerm.namespaceSelector': {
    subject: 'namespaces',
    absent: 'Selects the pod’s own namespace.',
    empty: 'Selects every namespace.',
  },
  'TopologySpreadConstraint.labelSelector': {
    subject: 'pods',
    absent: 'Counts no pods.',
    empty: 'Counts every pod of the namespace.',
  },
  'PersistentVolumeClaimSpec.selector': {
    subject: 'volumes',
    absent: 'Any volume will do.',
    empty: 'Any volume will do.',
  },
  'MetricIdentifier.selector': {
    subject: 'time series',
    absent: 'The metric’s name alone says which.',
    empty: 'The metric’s name alone says which.',
  },
  'ClusterTrustBundleProjection.labelSelector': {
    subject: 'bundles',
    absent: 'Selects none.',
    empty: 'Selects every one of that signer.',
  },
}

/** Takes a field of the type LabelSelector; gives what a selector there is about. */
export function selectorPlaceOf({ owner, name }: Pick<Field, 'owner' | 'name'>): SelectorPlace {
  const key = `${owner}.${name}`
  const place = Object.hasOwn(PLACES, key) ? PLACES[key] : undefined
  return place ?? { subject: 'pods', absent: 'Selects none.', empty: 'Selects every one.' }
}

/** Gives the fields whose selectors are known, as `Type.field`. */
export function knownSelectors(): readonly string[] {
  return Object.keys(PLACES)
}

/** Takes the field of a label selector and its value; gives in words what it selects. */
export function selectorInWords(field: Pick<Field, 'owner' | 'name'>, selector: Json | undefined): string {
  const { subject, absent, empty } = selectorPlaceOf(field)
  if (!isObject(selector)) return absent
  const things = thingsInWords(subject === 'own pods' ? 'pods' : subject, selector)
  return things === '' ? empty : `Selects ${things}.`
}

/** Takes what a label selector is about and its value; gives those things in words, or '' where it asks for nothing. */
export function thingsInWords(noun: string, selector: Json | undefined): string {
  const requirements = requirementsOf(selector)
  return requirements.length === 0 ? '' : `${noun} ${requirements.map(requirementInWords).join(', ')}`
}

const WORDS: Readonly<Record<string, (key: string, values: readonly string[]) => string>> = {
  In: (key, values) => `with ${key} = ${oneOf(values)}`,
  NotIn: (key, values) => `without ${key} = ${oneOf(values)}`,
  Exists: (key) => `with any ${key}`,
  DoesNotExist: (key) => `without any ${key}`,
  // Of nodes alone.
  Gt: (key, values) => `with ${key} above ${oneOf(values)}`,
  Lt: (key, values) => `with ${key} below ${oneOf(values)}`,
}

function oneOf(values: readonly string[]): string {
  return values.length === 0 ? '(no value yet)' : values.join(' or ')
}

function requirementInWords({ key, operator, values }: Requirement): string {
  const words = Object.hasOwn(WORDS, operator) ? WORDS[operator] : undefined
  return words?.(key === '' ? '(no key yet)' : key, values) ?? `with something unclear about ${key}`
}
