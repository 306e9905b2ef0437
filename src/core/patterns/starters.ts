import seed1 from '../../golden/manifests/seed-1.yaml?raw'
import seed2 from '../../golden/manifests/seed-2.yaml?raw'

/** A text to start a design from. */
export interface Starter {
  readonly id: 'blank' | 'seed-1' | 'seed-2'
  readonly title: string
  /** What a design that begins as this is called at first. */
  readonly name: string
  readonly summary: string
  readonly text: string
}

/** What every Deployment says, as `kubectl create deployment app` writes it, and no containers yet. */
const BLANK = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: app
  labels:
    app: app
spec:
  replicas: 1
  selector:
    matchLabels:
      app: app
  template:
    metadata:
      labels:
        app: app
    spec:
      containers: []
`

/** What "New" offers; the first visit opens `seed-2`. */
export const STARTERS: readonly Starter[] = [
  {
    id: 'blank',
    title: 'Blank',
    name: 'Untitled',
    summary: 'A Deployment with no containers yet.',
    text: BLANK,
  },
  {
    id: 'seed-1',
    title: 'Web server with a log writer',
    name: 'Web server',
    summary: 'nginx serves a page that a second container keeps writing into a shared directory.',
    text: seed1,
  },
  {
    id: 'seed-2',
    title: 'The same, with the pod’s name',
    name: 'Sidecar example',
    summary:
      'The log writer also writes the name of its pod, which the downward API puts into its environment.',
    text: seed2,
  },
]
