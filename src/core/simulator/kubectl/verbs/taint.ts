import type { Taint } from '../../api/objects'
import { editTaints } from '../objects/edits'
import { fail, type Verb } from '../verb'

const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'] as const

/** `key=value:Effect` puts a taint, `key:Effect-` and `key-` take it away. */
const FORM = /^([^=:]+?)(?:=([^:]*))?(?::(\w+))?(-)?$/

interface Change {
  readonly key: string
  readonly value: string | undefined
  readonly effect: Taint['effect'] | undefined
  readonly isTaken: boolean
}

function changeOf(word: string): Change | null {
  const match = FORM.exec(word)
  if (match === null) return null
  const [, key = '', value, effectName, minus] = match
  const effect = EFFECTS.find((each) => each === effectName)
  const isTaken = minus === '-'
  if (effectName !== undefined && effect === undefined) return null
  return effect === undefined && !isTaken ? null : { key, value, effect, isTaken }
}

function applied(taints: readonly Taint[], { key, value, effect, isTaken }: Change): readonly Taint[] {
  const others = taints.filter(
    (taint) => taint.key !== key || (effect !== undefined && taint.effect !== effect),
  )
  if (isTaken || effect === undefined) return others
  return [...others, { key, effect, ...(value === undefined || value === '' ? {} : { value }) }]
}

/** `kubectl taint`: keeps pods without a toleration off a node. */
export const taint: Verb = {
  about: 'Update the taints on one or more nodes',
  usage: 'NODE NAME KEY_1=VAL_1:TAINT_EFFECT_1 ... KEY_N=VAL_N:TAINT_EFFECT_N',
  examples: [
    'kubectl taint nodes foo dedicated=special-user:NoSchedule',
    'kubectl taint nodes foo dedicated:NoSchedule-',
  ],
  flags: [{ name: 'overwrite', value: 'none', about: 'If true, allow taints to be overwritten' }],
  takes: 'node',
  run(call) {
    const { api } = call.cluster
    const [kind = '', name = '', ...words] = call.asked.words.flatMap((word, at) =>
      at === 0 && /^(no|nodes?)\//.test(word) ? word.split('/') : [word],
    )
    if (!/^(no|nodes?)$/.test(kind))
      return fail(call, `error: invalid resource type ${kind}, only node(s) is supported`)
    const node = api.get('Node', 'default', name)
    if (node === undefined) return fail(call, `Error from server (NotFound): nodes "${name}" not found`)
    const changes = words.map((word) => changeOf(word))
    const wrong = changes.indexOf(null)
    if (wrong >= 0 || words.length === 0)
      return fail(
        call,
        words.length === 0
          ? 'error: at least one taint update is required'
          : `error: invalid taint spec: ${words[wrong] ?? ''}`,
      )
    const wanted = changes.filter((change) => change !== null)
    const before = node.spec?.taints ?? []
    const missing = wanted.find(({ isTaken, key }) => isTaken && !before.some((each) => each.key === key))
    if (missing !== undefined) return fail(call, `error: taint "${missing.key}" not found`)
    const isThere = ({ key, effect, isTaken }: Change) =>
      !isTaken && before.some((each) => each.key === key && each.effect === effect)
    if (!call.asked.has('overwrite') && wanted.some((change) => isThere(change)))
      return fail(
        call,
        `error: node ${name} already has ${wanted.find((change) => isThere(change))?.key ?? ''} taint(s) with same effect(s) and --overwrite is false`,
      )
    editTaints(api, name, wanted.reduce(applied, before))
    call.out(`node/${name} ${wanted.every(({ isTaken }) => isTaken) ? 'untainted' : 'tainted'}\n`)
    return 0
  },
}
