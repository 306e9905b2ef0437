import {
  AppWindow,
  Box,
  Boxes,
  BrickWallShield,
  Cable,
  CalendarClock,
  Copy,
  Database,
  FileKey2,
  FileText,
  Gauge,
  HardDrive,
  IdCard,
  Layers,
  ListOrdered,
  Network,
  PlugZap,
  Play,
  Server,
  Signpost,
  SquareCheckBig,
  Umbrella,
  Variable,
  type LucideIcon,
} from 'lucide-react'

/** How one Kubernetes concept looks: never colour alone, always with icon and word. */
export interface Concept {
  readonly label: string
  readonly Icon: LucideIcon
  /** CSS colour of text and stroke: 4.5:1 on the surface and on `soft`. */
  readonly ink: string
  /** CSS colour of the fill. */
  readonly soft: string
}

const concept = (label: string, Icon: LucideIcon, hue: string): Concept => ({
  label,
  Icon,
  ink: `var(--${hue}-ink)`,
  soft: `var(--${hue}-soft)`,
})

/** The one table of concept icons and colours: outline, canvas, menus and palette read it. */
export const CONCEPTS = {
  workload: concept('Workload', Layers, 'workload'),
  statefulset: concept('StatefulSet', ListOrdered, 'workload'),
  daemonset: concept('DaemonSet', Server, 'workload'),
  replicaset: concept('ReplicaSet', Copy, 'workload'),
  job: concept('Job', SquareCheckBig, 'workload'),
  cronjob: concept('CronJob', CalendarClock, 'workload'),
  pod: concept('Pod', Boxes, 'workload'),
  app: concept('App container', AppWindow, 'app'),
  sidecar: concept('Sidecar', PlugZap, 'sidecar'),
  init: concept('Init container', Play, 'init'),
  volume: concept('Volume', HardDrive, 'volume'),
  claim: concept('PersistentVolumeClaim', Database, 'claim'),
  configmap: concept('ConfigMap', FileText, 'configmap'),
  secret: concept('Secret', FileKey2, 'secret'),
  downward: concept('Downward API', Box, 'downward'),
  service: concept('Service', Network, 'service'),
  ingress: concept('Ingress', Signpost, 'ingress'),
  networkpolicy: concept('NetworkPolicy', BrickWallShield, 'networkpolicy'),
  autoscaler: concept('HorizontalPodAutoscaler', Gauge, 'autoscaler'),
  budget: concept('PodDisruptionBudget', Umbrella, 'budget'),
  serviceaccount: concept('ServiceAccount', IdCard, 'serviceaccount'),
  port: concept('Port', Cable, 'port'),
  env: concept('Environment variable', Variable, 'env'),
} as const satisfies Record<string, Concept>

/** A row of {@link CONCEPTS}. */
export type ConceptId = keyof typeof CONCEPTS
