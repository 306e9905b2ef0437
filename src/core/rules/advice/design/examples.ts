/*
 * The examples of the rules, as short as can be: what each kind of object needs besides what the example is about.
 */

/** Takes the lines of a pod spec; gives a Pod `shop` with the label `app: shop`. */
export function podText(spec: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: shop
  labels: { app: shop }
spec:
${indented(spec, 2)}`
}

/** A Pod that serves `http` on 8080, and says when it is ready. */
export const SERVING_POD = podText(`
containers:
- name: app
  image: example.com/shop:1.4
  ports:
  - name: http
    containerPort: 8080
  readinessProbe:
    tcpSocket: { port: http }
`)

/** Takes the lines of a pod spec, and further lines of the Deployment's own; gives a Deployment `shop`. */
export function deploymentText(podSpec: string, spec = ''): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
spec:
${indented(spec, 2)}  selector:
    matchLabels: { app: shop }
  template:
    metadata:
      labels: { app: shop }
    spec:
${indented(podSpec, 6)}`
}

/** Takes the lines of a pod spec; gives a Job `report`. */
export function jobText(podSpec: string): string {
  return `apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
  template:
    spec:
      restartPolicy: Never
${indented(podSpec, 6)}`
}

/** Takes the lines of a Service's spec; gives a Service `shop`. */
export function serviceText(spec: string): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: shop
spec:
${indented(spec, 2)}`
}

/** Takes a kind, a name and further lines; gives an object of the core group. */
export function objectText(apiVersion: string, kind: string, name: string, lines: string): string {
  return `apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: ${name}
${indented(lines, 0)}`
}

/** Takes manifests; gives them as the documents of one text. */
export function together(...manifests: readonly string[]): string {
  return manifests.join('---\n')
}

/** Takes lines and a depth; gives them indented, without the blank lines around them. */
function indented(lines: string, depth: number): string {
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `${' '.repeat(depth)}${line}\n`)
    .join('')
}
