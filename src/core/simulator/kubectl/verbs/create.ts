import { bytesOfText, encodeBase64 } from '../../../kubernetes/base64'
import { isObject, type Json, type JsonObject } from '../../../kubernetes/json'
import type { Asked, Flag } from '../flags'
import { readManifest } from '../objects/manifest'
import { qualifiedName, resourceNamed, unknownResource } from '../objects/resources'
import { notFound } from '../objects/targets'
import { outputNamed } from '../objects/outputs'
import { fail, FILENAME, type Verb, type VerbCall } from '../verb'
import { createAll } from './apply'

const DRY_RUN: Flag = {
  name: 'dry-run',
  value: 'maybe',
  alone: 'client',
  about: 'client: only print the object',
}
const OUTPUT: Flag = { name: 'output', short: 'o', value: 'one', about: 'yaml or json, with --dry-run' }
const IMAGE: Flag = { name: 'image', value: 'one', about: 'Image name to run' }

/** Takes a call and an object; creates it, or prints it where the call is a dry run. Gives the exit code. */
export function createOrPrint(call: VerbCall, object: JsonObject): number {
  const dryRun = call.asked.text('dry-run')
  if (dryRun === undefined || dryRun === 'none') return createAll(call, [object])
  const output = outputNamed(call.asked.text('output') ?? 'yaml')
  if ('error' in output) return fail(call, output.error)
  call.out(output.write([{ kind: 'Pod', namespace: call.namespace, name: '', object }], true))
  return 0
}

/** What is created, or kubectl's error where something is missing. */
type Made = { readonly object: JsonObject } | { readonly error: string }

/** A kind that `kubectl create` makes from its flags. */
interface Maker {
  readonly flags: readonly Flag[]
  readonly usage: string
  readonly make: (call: VerbCall, name: string) => Made
}

function containerNamed(image: string): string {
  return (image.split('/').at(-1) ?? '').split(/[:@]/)[0] ?? ''
}

function containerOf({ command }: Asked, name: string, image: string): JsonObject {
  return command === null ? { name, image } : { name, image, command: [...command] }
}

const deployment: Maker = {
  flags: [
    IMAGE,
    { name: 'replicas', short: 'r', value: 'one', type: 'int32', about: 'Number of replicas to create' },
    { name: 'port', value: 'one', type: 'int32', about: 'The port that this container exposes' },
  ],
  usage: 'NAME --image=image [-- COMMAND] [args...]',
  make: ({ asked }, name): Made => {
    const images = asked.all('image')
    if (images.length === 0) return { error: 'error: required flag(s) "image" not set' }
    const port = Number(asked.text('port') ?? 0)
    const containers = images.map((image) => ({
      ...containerOf(asked, containerNamed(image), image),
      ...(port > 0 ? { ports: [{ containerPort: port }] } : {}),
    }))
    const object = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name, labels: { app: name } },
      spec: {
        replicas: Number(asked.text('replicas') ?? 1),
        selector: { matchLabels: { app: name } },
        template: { metadata: { labels: { app: name } }, spec: { containers } },
      },
    }
    return { object }
  },
}

const job: Maker = {
  flags: [IMAGE, { name: 'from', value: 'one', about: 'The CronJob to create a Job from: cronjob/NAME' }],
  usage: 'NAME (--image=image | --from=cronjob/NAME) [-- COMMAND] [args...]',
  make: ({ asked, cluster, namespace }, name): Made => {
    const from = asked.text('from')
    if (from !== undefined) {
      const [kind = '', source = ''] = from.split('/')
      const resource = resourceNamed(kind)
      if (resource?.kind !== 'CronJob')
        return {
          error: resource === undefined ? unknownResource(kind) : `error: from must be an existing cronjob`,
        }
      const cronJob = cluster.api.get('CronJob', namespace, source)
      if (cronJob === undefined) return { error: notFound(resource, source) }
      const template: unknown = cronJob.spec?.jobTemplate
      const { spec = {}, metadata } = isObject(template) ? template : {}
      const owner = {
        apiVersion: 'batch/v1',
        kind: 'CronJob',
        name: source,
        uid: cronJob.metadata?.uid ?? '',
        controller: true,
      }
      const object = {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: {
          ...(isObject(metadata) ? metadata : {}),
          name,
          annotations: { 'cronjob.kubernetes.io/instantiate': 'manual' },
          ownerReferences: [owner],
        },
        spec,
      }
      return { object }
    }
    const image = asked.text('image')
    if (image === undefined) return { error: 'error: either --image or --from must be specified' }
    const spec = {
      template: { spec: { containers: [containerOf(asked, name, image)], restartPolicy: 'Never' } },
    }
    return { object: { apiVersion: 'batch/v1', kind: 'Job', metadata: { name }, spec } }
  },
}

const LITERAL: Flag = { name: 'from-literal', value: 'one', about: 'A key and its value: key=value' }

function literals({ asked }: VerbCall): Readonly<Record<string, string>> {
  return Object.fromEntries(
    asked.all('from-literal').map((pair) => {
      const [key = '', ...value] = pair.split('=')
      return [key, value.join('=')]
    }),
  )
}

const configMap: Maker = {
  flags: [LITERAL],
  usage: 'NAME [--from-literal=key1=value1]',
  make: (call, name) => ({
    object: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: literals(call) },
  }),
}

const secret: Maker = {
  flags: [LITERAL],
  usage: 'NAME [--from-literal=key1=value1]',
  make: (call, name) => {
    const pairs = Object.entries(literals(call)).map(
      ([key, value]) => [key, encodeBase64(bytesOfText(value))] as const,
    )
    return {
      object: {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name },
        type: 'Opaque',
        data: Object.fromEntries(pairs),
      },
    }
  },
}

/** A row a kind; Secrets are made as `secret generic`. */
const MAKERS: Readonly<Record<string, Maker>> = {
  deployment,
  deploy: deployment,
  job,
  configmap: configMap,
  cm: configMap,
  secret,
}

/** `kubectl create`: of a file, or of what flags say. */
export const create: Verb = {
  about: 'Create a resource from a file or from stdin, or by its kind',
  usage: '(-f FILENAME | deployment NAME --image=image | job NAME | configmap NAME | secret generic NAME)',
  examples: [
    'kubectl create -f design.yaml',
    'kubectl create deployment web --image=nginx --replicas=2',
    'kubectl create job now --from=cronjob/nightly',
  ],
  flags: [
    FILENAME,
    DRY_RUN,
    OUTPUT,
    ...[deployment, job, configMap].flatMap(({ flags }) => flags).filter(isFirst),
  ],
  takes: 'nothing',
  run(call) {
    if (call.asked.has('filename')) {
      const read: { readonly documents: readonly Json[] } | { readonly error: string } = readManifest(call)
      return 'error' in read ? fail(call, read.error) : createAll(call, read.documents)
    }
    const [kind = '', ...words] = call.asked.words
    const maker = Object.hasOwn(MAKERS, kind) ? MAKERS[kind] : undefined
    if (kind === '') return fail(call, 'error: must specify one of -f and -k')
    if (maker === undefined) {
      const resource = resourceNamed(kind)
      const known = resource === undefined ? kind : qualifiedName(resource)
      return fail(call, `error: create ${known} is not simulated here: write it into the design, or use -f -`)
    }
    const name = kind === 'secret' ? words[1] : words[0]
    if (name === undefined)
      return fail(
        call,
        `error: exactly one NAME is required, got 0\nSee 'kubectl create ${kind} -h' for help and examples`,
      )
    const made = maker.make(call, name)
    return 'error' in made ? fail(call, made.error) : createOrPrint(call, made.object)
  },
}

function isFirst(flag: Flag, at: number, all: readonly Flag[]): boolean {
  return all.findIndex(({ name }) => name === flag.name) === at
}
