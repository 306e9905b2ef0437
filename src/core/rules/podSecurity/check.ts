import type { Container, EphemeralContainer, ObjectMeta, PodSpec } from '../../kubernetes/schema/types-1.36'

/** What a pod does that a level forbids: `hostPort (container "web" uses hostPort 80)`. */
export interface Violation {
  readonly reason: string
  readonly detail: string
}

/** A check of the Pod Security Standards, at their latest version (k8s.io/pod-security-admission/policy). */
export interface PodSecurityCheck {
  /** The check's id in the plugin: the checks of a level are asked, and answer, by the alphabet of these. */
  readonly id: string
  readonly level: 'baseline' | 'restricted'
  /** The baseline checks in whose place this one stands where the level is restricted. */
  readonly overrides?: readonly string[]
  /** Takes a pod's metadata and spec, with defaults; gives what is wrong, or null. */
  readonly check: (metadata: ObjectMeta, spec: PodSpec) => Violation | null
}

/** A container of any list. */
export type AnyContainer = Container | EphemeralContainer

/** Takes a pod spec; gives all its containers in the plugin's order (visitor.go). */
export function containersOf(spec: PodSpec): readonly AnyContainer[] {
  return [...(spec.initContainers ?? []), ...(spec.containers ?? []), ...(spec.ephemeralContainers ?? [])]
}

/** Takes a pod spec and a test; gives the names of the containers that it holds for. */
export function containerNames(spec: PodSpec, test: (container: AnyContainer) => boolean): string[] {
  return containersOf(spec)
    .filter(test)
    .map(({ name }) => name ?? '')
}

/** Takes texts; gives each in quotes, with commas (joinQuote of helpers.go). */
export function joinQuote(texts: readonly string[]): string {
  return `"${texts.join('", "')}"`
}

/** Takes a word and texts; gives `volume "a"` or `volumes "a", "b"`. */
export function counted(word: string, texts: readonly string[]): string {
  return `${texts.length === 1 ? word : `${word}s`} ${joinQuote(texts)}`
}

/** Takes texts; gives each once, by the alphabet (sets.String.List). */
export function sortedSet(texts: Iterable<string>): string[] {
  return [...new Set(texts)].toSorted()
}

/** Takes whether the pod itself does something, and the names of containers that do; gives who does, or null: nobody. */
export function setters(pod: boolean, containers: readonly string[]): string | null {
  const all = [...(pod ? ['pod'] : []), ...(containers.length > 0 ? [counted('container', containers)] : [])]
  return all.length === 0 ? null : all.join(' and ')
}

/** Takes a pod spec; says whether its users are not the node's, for which some checks are relaxed (KEP-127). */
export function hasUserNamespace(spec: PodSpec): boolean {
  return spec.hostUsers === false
}

/** Takes a pod spec; says whether it is one for Windows, where the checks of what only Linux has are left out. */
export function isWindows(spec: PodSpec): boolean {
  return spec.os?.name === 'windows'
}
