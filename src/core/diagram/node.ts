import type { KindConcept } from '../kubernetes/objectKinds/objectKind'
import type { Path } from '../kubernetes/path'
import type { Role } from '../kubernetes/roles'

/** What a node or edge stands for: its icon, word and colour. */
export type DiagramConcept = Role | KindConcept | 'volume' | 'downward' | 'host' | 'object'

interface Common {
  /** Stays the same while the thing keeps its place in the manifest, whatever it is called. */
  readonly id: string
  readonly concept: DiagramConcept
  /** The part of the manifest it shows. */
  readonly path: Path
  /** Its name as written; '' where it has none. */
  readonly label: string
  /** The field's own word for what it is: `Deployment`, `sidecar`, `emptyDir`. */
  readonly word: string
  /** What else is worth a line on it. */
  readonly details: readonly string[]
  /** The whole of it as a sentence, for those who do not see it. */
  readonly title: string
}

/** A workload that makes pods: the outer frame. */
export interface WorkloadNode extends Common {
  readonly kind: 'workload'
  /** How many pods, e.g. `×3`, `on every node`; '' where the kind does not say. */
  readonly count: string
}

/** A pod: the frame around containers and volumes. */
export interface PodNode extends Common {
  readonly kind: 'pod'
  /** The id of the workload's frame around it; null for a bare Pod. */
  readonly workload: string | null
  readonly containers: readonly string[]
  /** How many of the containers stand in the init lane. */
  readonly initCount: number
  readonly volumes: readonly string[]
}

/** A part of a node that can be selected by itself: a port, a path of an Ingress. */
export interface NodePart {
  readonly path: Path
  /** What it is. */
  readonly word: 'Port' | 'Path'
  readonly label: string
  /** What is wrong with it, or null. */
  readonly problem: string | null
}

/** A container in its pod. */
export interface ContainerNode extends Common {
  readonly kind: 'container'
  readonly role: Role
  readonly pod: string
  /** Its place in the init lane, from 1; null for app containers, which start together. */
  readonly order: number | null
  readonly image: string
  readonly ports: readonly NodePart[]
}

/** A volume in its pod, a claim template of a StatefulSet, or a name that is mounted but declared nowhere. */
export interface VolumeNode extends Common {
  readonly kind: 'volume'
  readonly pod: string
  readonly missing: boolean
}

/** A Service. */
export interface ServiceNode extends Common {
  readonly kind: 'service'
  readonly ports: readonly NodePart[]
  /** What its selector finds, in words. */
  readonly selects: string
  /** Whether that is worth a warning. */
  readonly lost: boolean
  /** Whether it selects pods at all: an ExternalName does not. */
  readonly selecting: boolean
}

/** A line of text on a card. */
export interface FactLine {
  readonly text: string
  /** Whether it is worth a warning. */
  readonly warn: boolean
}

/** A thing outside the pods: a ConfigMap, a Secret, a claim, a path on the node, the downward API, any other object. */
export interface ObjectNode extends Common {
  readonly kind: 'object'
  /** Whether it is a document of this manifest; else it is only referred to. */
  readonly declared: boolean
  /** The id of the pod it belongs to alone (downward API, hostPath), or null. */
  readonly pod: string | null
  /** What it says on lines of their own. */
  readonly lines: readonly FactLine[]
  readonly parts: readonly NodePart[]
}

/** A thing on the diagram. */
export type DiagramNode = WorkloadNode | PodNode | ContainerNode | VolumeNode | ServiceNode | ObjectNode

/**
 * How two things on the diagram belong together: a container mounts a volume, or reads variables from a file in it;
 * a container gets variables from an object; a Service's port leads to a container's, its selector to a pod;
 * an object concerns a pod or a workload as a whole; an object backs a volume; one outside thing refers to another.
 */
export type EdgeKind = 'mount' | 'file' | 'env' | 'port' | 'selector' | 'whole' | 'backing' | 'reference'

/** A line between two things. */
export interface DiagramEdge {
  readonly id: string
  readonly kind: EdgeKind
  readonly concept: DiagramConcept
  readonly source: string
  readonly target: string
  /** The parts of the manifest that make this line; at least one. */
  readonly paths: readonly [Path, ...Path[]]
  /** What is written on the line; '' where nothing is. */
  readonly label: string
  /** A mount that can't be written to. */
  readonly readOnly: boolean
  /** The whole of it as a sentence, for those who do not see it. */
  readonly title: string
}

/** A manifest as a picture without places. Frames stand before what lies in them. */
export interface Diagram {
  readonly nodes: readonly DiagramNode[]
  readonly edges: readonly DiagramEdge[]
}

/** Takes a path; gives it as one text, to build ids from. */
export function pathKey(path: Path): string {
  return path.join('/')
}

/** Takes a name as written; gives what to show for it. */
export function shownName(name: string): string {
  return name === '' ? '(no name)' : name
}
