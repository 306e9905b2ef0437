import { selectorMatches } from '../../../kubernetes/selectors'
import type { ObjectsByKind } from '../../api/objects'
import type { Flag } from '../flags'
import { DRY_RUN, dryRunWords } from '../objects/dryRun'
import { editUnschedulable } from '../objects/edits'
import { parseSelector } from '../objects/selector'
import { fail, type Verb, type VerbCall } from '../verb'

/*
 * What `kubectl cordon`, `uncordon` and `drain` have in common (kubectl/pkg/cmd/drain/drain.go).
 */

/** The flags of all three. */
export const NODE_FLAGS: readonly Flag[] = [
  { name: 'selector', short: 'l', value: 'one', about: 'Selector (label query) to filter on' },
  DRY_RUN,
]

/** Takes a call; gives the nodes that it names, or kubectl's error. */
export function nodesOf(
  call: VerbCall,
): { readonly nodes: readonly ObjectsByKind['Node'][] } | { readonly error: string } {
  const { asked, cluster, path } = call
  const help = `See 'kubectl ${path} -h' for help and examples`
  const selector = asked.text('selector')
  const names = asked.words.map((word) => word.replace(/^(no|nodes?)\//, ''))
  if (selector !== undefined) {
    if (names.length > 0)
      return { error: `error: error: cannot specify both a node name and a --selector option\n${help}` }
    const wanted = parseSelector(selector)
    if (wanted === null) return { error: `error: unable to parse requirement: ${selector}` }
    const nodes = cluster.api.list('Node')
    return { nodes: nodes.filter(({ metadata }) => selectorMatches(wanted, metadata?.labels ?? {})) }
  }
  if (names.length === 0) return { error: `error: USAGE: ${path} NODE [flags]\n${help}` }
  const found = names.map((name) => cluster.api.get('Node', 'default', name))
  const missing = found.indexOf(undefined)
  if (missing >= 0)
    return { error: `Error from server (NotFound): nodes "${names[missing] ?? ''}" not found` }
  return { nodes: found.filter((node) => node !== undefined) }
}

/** Takes a call, a node and whether it shall take no more pods; makes it so, and says it (RunCordonOrUncordon). */
export function setUnschedulable(
  call: VerbCall,
  { metadata, spec }: ObjectsByKind['Node'],
  unschedulable: boolean,
): void {
  const name = metadata?.name ?? ''
  const dryRun = dryRunWords(call)
  const isSo = (spec?.unschedulable === true) === unschedulable
  if (!isSo && dryRun === '') editUnschedulable(call.cluster.api, name, unschedulable)
  const word = unschedulable ? 'cordoned' : 'uncordoned'
  call.out(`node/${name} ${isSo ? 'already ' : ''}${word}${dryRun}\n`)
}

function cordoning(unschedulable: boolean, about: string, example: string): Verb {
  return {
    about,
    usage: 'NODE',
    examples: [example],
    flags: NODE_FLAGS,
    takes: 'node',
    run(call) {
      const found = nodesOf(call)
      if ('error' in found) return fail(call, found.error)
      for (const node of found.nodes) setUnschedulable(call, node, unschedulable)
      return 0
    },
  }
}

/** `kubectl cordon`: no more pods on a node. */
export const cordon = cordoning(true, 'Mark node as unschedulable', 'kubectl cordon foo')

/** `kubectl uncordon`: pods again. */
export const uncordon = cordoning(false, 'Mark node as schedulable', 'kubectl uncordon foo')
