import { judge } from '../core/rules/judge'
import type { Verdict } from '../core/rules/verdict'
import { read } from '../core/yaml/read'

/** Takes a text of one document in YAML; gives what the judge says of it. */
export function judged(yaml: string): Verdict {
  const { documents, problem } = read(yaml)
  if (problem !== null) throw new Error(problem.message)
  return judge(documents[0] ?? null)
}

/** Takes what stands in the spec of a pod beside its container, and in that container, both in YAML's flow style; gives each thing the server rejects, as `field: message`. */
export function saidOfPod(spec: string, container = ''): string[] {
  return causesOf(podOf(spec, container))
}

/** Takes a text of one document; gives each thing the server rejects, as `field: message`. */
export function causesOf(yaml: string): string[] {
  const { status, message: answer, causes } = judged(yaml)
  if (status !== 201 && status !== 422) throw new Error(answer)
  return causes.map(({ field, message }) => `${field}: ${message}`)
}

function podOf(spec: string, container: string): string {
  const own = ['name: app', 'image: nginx', container].filter((part) => part !== '').join(', ')
  const all = [`containers: [{${own}}]`, spec].filter((part) => part !== '').join(', ')
  return `{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {${all}}}`
}
