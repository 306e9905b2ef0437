import type { Container, PodSpec } from '../../../kubernetes/schema/types-1.36'
import { editTemplate, inAllContainers, isTemplated, withImages } from '../objects/edits'
import { resourceOf, shownKind } from '../objects/resources'
import { targetsOf } from '../objects/targets'
import { fail, FILENAME, SELECTING, type Verb, type VerbCall, type VerbGroup } from '../verb'

/** Takes a container; gives it changed, or itself. */
type Change = (container: Container) => Container

/** Words like `nginx=nginx:1.28` and `NAME-` are assignments, the others name objects. */
const ASSIGNMENT = /^([^=/]+?)(?:=(.*)|-)$/s

function isAssignment(word: string): boolean {
  return ASSIGNMENT.test(word)
}

/** Changes the containers in the templates of what is named. */
function setOn(
  call: VerbCall,
  words: readonly string[],
  done: string,
  changeOf: (spec: PodSpec) => Change | string,
): number {
  const found = targetsOf(call, words)
  if ('error' in found) return fail(call, found.error)
  let exitCode = 0
  for (const { kind, namespace, name } of found.objects) {
    const shown = `${shownKind(resourceOf(kind))}/${name}`
    if (!isTemplated(kind)) {
      exitCode = fail(call, `error: ${shown}: the pod spec of a ${kind} is not changed here`)
      continue
    }
    const spec = call.cluster.api.get(kind, namespace, name)?.spec?.template?.spec ?? {}
    const change = changeOf(spec)
    if (typeof change === 'string') {
      exitCode = fail(call, `error: ${change}`)
      continue
    }
    editTemplate(call.cluster.api, kind, namespace, name, (template) => ({
      ...template,
      spec: inAllContainers(template.spec ?? {}, change),
    }))
    call.out(`${shown} ${done}\n`)
  }
  return found.errors.length > 0 ? fail(call, found.errors.join('\n')) : exitCode
}

const image: Verb = {
  about: 'Update the image of a pod template',
  usage:
    '(-f FILENAME | TYPE NAME) CONTAINER_NAME_1=CONTAINER_IMAGE_1 ... CONTAINER_NAME_N=CONTAINER_IMAGE_N',
  examples: ['kubectl set image deployment/nginx busybox=busybox nginx=nginx:1.9.1'],
  flags: [...SELECTING, FILENAME, { name: 'all', value: 'none', about: 'All resources of the type' }],
  takes: 'workload',
  run(call) {
    const pairs = call.asked.words.filter((word) => isAssignment(word))
    if (pairs.length === 0) return fail(call, 'error: at least one image update is required')
    const words = call.asked.words.filter((word) => !isAssignment(word))
    const images = new Map(
      pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
    )
    return setOn(call, words, 'image updated', ({ containers = [], initContainers = [] }) => {
      const names = new Set([...containers, ...initContainers].map(({ name }) => name))
      const unknown = [...images.keys()].find((name) => name !== '*' && !names.has(name))
      if (unknown !== undefined) return `unable to find container named "${unknown}"`
      return withImages(images)
    })
  },
}

const env: Verb = {
  about: 'Update environment variables on a pod template',
  usage: 'RESOURCE/NAME KEY_1=VAL_1 ... KEY_N=VAL_N',
  examples: [
    'kubectl set env deployment/registry STORAGE_DIR=/local',
    'kubectl set env deployment/registry ENV-',
  ],
  flags: [
    ...SELECTING,
    FILENAME,
    { name: 'containers', short: 'c', value: 'one', about: 'The containers to change; * is all' },
  ],
  takes: 'workload',
  run(call) {
    const pairs = call.asked.words.filter((word) => isAssignment(word))
    if (pairs.length === 0) return fail(call, 'error: at least one environment variable must be provided')
    const words = call.asked.words.filter((word) => !isAssignment(word))
    const wanted = call.asked.text('containers') ?? '*'
    return setOn(call, words, 'env updated', () => (container) => {
      if (wanted !== '*' && wanted !== container.name) return container
      return pairs.reduce((changed, pair) => withVariable(changed, pair), container)
    })
  },
}

function withVariable(container: Container, pair: string): Container {
  const [, name = '', value] = ASSIGNMENT.exec(pair) ?? []
  const { env: before = [] } = container
  const others = before.filter((variable) => variable.name !== name)
  if (value === undefined) return { ...container, env: others }
  const place = before.findIndex((variable) => variable.name === name)
  const set = { name, value }
  return { ...container, env: place < 0 ? [...before, set] : before.with(place, set) }
}

/** `kubectl set`. */
export const set: VerbGroup = {
  about: 'Set specific features on objects',
  verbs: { env, image },
}
