/* Texts for tests of what is offered and said at a place in them, whole or half-typed. */

/** How a Pod begins. */
export const HEAD = 'apiVersion: v1\nkind: Pod\n'
/** Takes the lines of a Pod's spec; gives the Pod. */
export const pod = (spec: string): string => `${HEAD}spec:\n${spec}`
/** Takes lines of a container, each at the column of its keys; gives the Pod it is in. */
export const container = (lines: string): string => pod(`  containers:\n    - name: web\n${lines}`)

/** Takes lines of a Service's spec; gives a Deployment with two labels and a port, and the Service. */
export const service = (lines: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    metadata:
      labels: {app: web, tier: front}
    spec:
      containers:
        - name: nginx
          ports: [{name: http, containerPort: 80}]
---
apiVersion: v1
kind: Service
spec:
${lines}`

/** Takes lines that go on with a Pod; gives a List of a ConfigMap and that Pod. */
export const list = (lines: string): string => `apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: ConfigMap
    metadata: {name: settings}
    data: {color: red}
  - apiVersion: v1
    kind: Pod
    metadata: {name: web, labels: {app: web}}
${lines}`

/** Takes lines of a document; gives it as of a kind that is named as one of Kubernetes' own is, in a group that is not. */
export const foreignPod = (lines: string): string => `apiVersion: example.com/v1\nkind: Pod\n${lines}`

/** Takes a text with a `|` where somebody is (the last one: others begin blocks); gives the text without it, and the offset. */
export function placeOf(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.lastIndexOf('|')
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset }
}

