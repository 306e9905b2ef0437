import type { ObjectMeta } from '../../../kubernetes/schema/types-1.36'
import { editMetadata } from '../objects/edits'
import { resourceOf, shownKind } from '../objects/resources'
import { targetsOf } from '../objects/targets'
import { fail, FILENAME, SELECTING, type Verb, type VerbCall } from '../verb'

type Marks = Readonly<Record<string, string>>

/** `key=value` sets, `key-` takes away. */
const MARK = /^([^=]+?)(?:=(.*)|-)$/s

/** What labels and annotations differ in. */
interface Sort {
  readonly field: 'labels' | 'annotations'
  readonly done: string
  readonly undone: string
}

function marking(sort: Sort, about: string, example: string): Verb {
  return {
    about,
    usage: '[--overwrite] (-f FILENAME | TYPE NAME) KEY_1=VAL_1 ... KEY_N=VAL_N',
    examples: [example],
    flags: [
      ...SELECTING,
      FILENAME,
      { name: 'overwrite', value: 'none', about: 'Allow what is there to be overwritten' },
      { name: 'all', value: 'none', about: 'Select all resources of the type' },
      { name: 'list', value: 'none', about: 'Display them' },
    ],
    takes: 'objects',
    run: (call) => mark(call, sort),
  }
}

function mark(call: VerbCall, sort: Sort): number {
  const { asked, cluster } = call
  const isMark = (word: string) => !word.includes('/') || /^[^=]*\/[^=]*[=-]/.test(word)
  const marks = asked.words.slice(1).filter((word) => MARK.test(word) && isMark(word))
  const found = targetsOf(
    call,
    asked.words.filter((word) => !marks.includes(word)),
  )
  if ('error' in found) return fail(call, found.error)
  const many = asked.has('all') || asked.has('selector')
  if (!found.isNamed && !many)
    return fail(call, 'error: resource(s) were provided, but no name was specified')
  if (marks.length === 0 && !asked.has('list'))
    return fail(
      call,
      `error: at least one ${sort.field === 'labels' ? 'label' : 'annotation'} update is required`,
    )
  let exitCode = 0
  for (const { kind, namespace, name } of found.objects) {
    const before: Marks = cluster.api.get(kind, namespace, name)?.metadata?.[sort.field] ?? {}
    const wrong = asked.has('overwrite') ? undefined : conflict(marks, before)
    if (wrong !== undefined) {
      exitCode = fail(
        call,
        `error: '${wrong}' already has a value (${before[wrong] ?? ''}), and --overwrite is false`,
      )
      continue
    }
    const after = marks.reduce((all, word) => marked(all, word), before)
    const change = (metadata: ObjectMeta): ObjectMeta => ({ ...metadata, [sort.field]: after })
    if (marks.length > 0) {
      editMetadata(cluster.api, kind, namespace, name, change)
      const isTaken = marks.every((word) => word.endsWith('-') && !word.includes('='))
      call.out(`${shownKind(resourceOf(kind))}/${name} ${isTaken ? sort.undone : sort.done}\n`)
    }
    if (asked.has('list')) for (const [key, value] of Object.entries(after)) call.out(`${key}=${value}\n`)
  }
  return found.errors.length > 0 ? fail(call, found.errors.join('\n')) : exitCode
}

function conflict(marks: readonly string[], before: Marks): string | undefined {
  return marks
    .map((word) => MARK.exec(word) ?? [])
    .find(
      ([, key = '', value]) => value !== undefined && Object.hasOwn(before, key) && before[key] !== value,
    )?.[1]
}

function marked(all: Marks, word: string): Marks {
  const [, key = '', value] = MARK.exec(word) ?? []
  if (value !== undefined) return { ...all, [key]: value }
  return Object.fromEntries(Object.entries(all).filter(([each]) => each !== key))
}

/** `kubectl label`. */
export const label = marking(
  { field: 'labels', done: 'labeled', undone: 'unlabeled' },
  'Update the labels on a resource',
  'kubectl label --overwrite pods foo status=unhealthy',
)

/** `kubectl annotate`. */
export const annotate = marking(
  { field: 'annotations', done: 'annotated', undone: 'annotated' },
  'Update the annotations on a resource',
  "kubectl annotate pods foo description='my frontend'",
)
