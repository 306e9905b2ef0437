import { ingressPathAt, ingressTargetAt, targetPortProblem, type IngressTarget } from '../kubernetes/ingress'
import { isObject, type Json } from '../kubernetes/json'
import { valueAt, type Path } from '../kubernetes/path'
import { scaledWorkload } from '../kubernetes/scaling'
import { requirementsOf, selectedWorkloads } from '../kubernetes/selectors'
import { field, itemsOf, numberOf, stringsOf, textOf, wordOf } from '../kubernetes/shape'
import { claimFacts } from './claimFacts'
import type { FactLine, NodePart } from './node'

/** What the card of an object says besides its kind and name. */
export interface ObjectFacts {
  /** Behind the kind. */
  readonly details: readonly string[]
  /** Each on a line of its own. */
  readonly lines: readonly FactLine[]
  /** What can be picked by itself. */
  readonly parts: readonly NodePart[]
}

const NONE: ObjectFacts = { details: [], lines: [], parts: [] }

type Facts = (documents: readonly Json[], path: Path) => Partial<ObjectFacts>

function line(text: string, warn = false): FactLine {
  return { text, warn }
}

function keys(...names: readonly string[]): Facts {
  return (documents, path) => {
    const found = names.flatMap((name) => {
      const map = valueAt(documents, [...path, name])
      return isObject(map) ? Object.keys(map) : []
    })
    return {
      details: found.length === 0 ? [] : [found.length === 1 ? (found[0] ?? '') : `${found.length} keys`],
    }
  }
}

/** What each kind of object has to say. A kind that is not listed says its name. */
const FACTS: Readonly<Record<string, Facts>> = {
  ConfigMap: keys('data', 'binaryData'),
  Secret: keys('stringData', 'data'),
  PersistentVolumeClaim: (documents, path) => ({
    details: claimFacts(valueAt(documents, [...path, 'spec'])),
  }),
  ServiceAccount: (documents, path) => ({
    details: valueAt(documents, [...path, 'automountServiceAccountToken']) === false ? ['no token'] : [],
  }),
  Ingress: ingressFacts,
  HorizontalPodAutoscaler: autoscalerFacts,
  PodDisruptionBudget: budgetFacts,
  NetworkPolicy: policyFacts,
}

/** Takes the documents, an object's path and its kind, '' where it is none of Kubernetes' own; gives what its card says. */
export function objectFacts(documents: readonly Json[], path: Path, kind: string): ObjectFacts {
  const facts = Object.hasOwn(FACTS, kind) ? FACTS[kind] : undefined
  return facts === undefined ? NONE : { ...NONE, ...facts(documents, path) }
}

function ingressFacts(documents: readonly Json[], path: Path): Partial<ObjectFacts> {
  const spec = [...path, 'spec']
  const rules = itemsOf(valueAt(documents, [...spec, 'rules']))
  const hosts = new Set(rules.map((rule) => textOf(field(rule, 'host'))))
  const paths = rules.flatMap((rule, i) =>
    itemsOf(field(field(rule, 'http'), 'paths')).map((_, j): NodePart => {
      const at = [...spec, 'rules', i, 'http', 'paths', j]
      const { host, path: where, target } = ingressPathAt(documents, at)
      return leading(at, `${hosts.size > 1 ? host : ''}${where || '/'}`, target)
    }),
  )
  const rest = [...spec, 'defaultBackend']
  const parts =
    valueAt(documents, rest) === undefined
      ? paths
      : [...paths, leading(rest, 'else', ingressTargetAt(documents, rest))]
  const named = [...hosts].map((host) => (host === '' ? 'every host' : host))
  return {
    details: itemsOf(valueAt(documents, [...spec, 'tls'])).length > 0 ? ['TLS'] : [],
    lines: [line(named.length === 0 ? 'no rules' : named.join(', '), parts.length === 0)],
    parts,
  }
}

function leading(path: Path, where: string, target: IngressTarget): NodePart {
  const to = target.isResource ? 'resource' : target.service || '?'
  return {
    path,
    word: 'Path',
    label: `${where} → ${to}${target.port === '' ? '' : `:${target.port}`}`,
    problem: target.service === '' && !target.isResource ? 'leads nowhere yet' : targetPortProblem(target),
  }
}

function autoscalerFacts(documents: readonly Json[], path: Path): Partial<ObjectFacts> {
  const spec = valueAt(documents, [...path, 'spec'])
  const [least, most] = ['minReplicas', 'maxReplicas'].map((name) => numberOf(field(spec, name)))
  const metrics = itemsOf(field(spec, 'metrics'))
    .map(metricWords)
    .filter((text) => text !== '')
  const target = field(spec, 'scaleTargetRef')
  const name = textOf(field(target, 'name'))
  const isFound = scaledWorkload(documents, path) !== null
  return {
    lines: [
      line(`${least ?? 1}–${most ?? '?'} pods`),
      ...(metrics.length === 0 ? [] : [line(metrics.join(', '))]),
      ...(isFound ? [] : [line(name === '' ? 'scales nothing yet' : `${name} is not here`, true)]),
    ],
  }
}

/** Where each type of metric has its name (autoscaling/v2 MetricSpec). */
const METRICS: Readonly<Record<string, readonly [key: string, name: Path]>> = {
  Resource: ['resource', ['name']],
  ContainerResource: ['containerResource', ['name']],
  Pods: ['pods', ['metric', 'name']],
  Object: ['object', ['metric', 'name']],
  External: ['external', ['metric', 'name']],
}

function metricWords(metric: Json): string {
  const type = textOf(field(metric, 'type'))
  const row = Object.hasOwn(METRICS, type) ? METRICS[type] : undefined
  if (row === undefined) return ''
  const source = field(metric, row[0])
  const target = field(source, 'target')
  const percent = numberOf(field(target, 'averageUtilization'))
  const value = wordOf(field(target, 'averageValue')) || wordOf(field(target, 'value'))
  return [textOf(valueAt(source, row[1])), percent === null ? value : `${percent}%`]
    .filter((text) => text !== '')
    .join(' ')
}

function budgetFacts(documents: readonly Json[], path: Path): Partial<ObjectFacts> {
  const spec = valueAt(documents, [...path, 'spec'])
  const least = wordOf(field(spec, 'minAvailable'))
  const most = wordOf(field(spec, 'maxUnavailable'))
  const bound = least === '' ? (most === '' ? null : `at most ${most} down`) : `at least ${least} up`
  return {
    lines: [
      bound === null ? line('no limit yet', true) : line(bound),
      ...selectionLines(documents, path, field(spec, 'selector')),
    ],
  }
}

function policyFacts(documents: readonly Json[], path: Path): Partial<ObjectFacts> {
  const spec = valueAt(documents, [...path, 'spec'])
  const types = stringsOf(field(spec, 'policyTypes'))
  const [inward, outward] = ['ingress', 'egress'].map((name) => itemsOf(field(spec, name)))
  // Left out, it limits what comes in, and what goes out where there are rules for that (NetworkPolicySpec.policyTypes).
  const limitsIn = types.length === 0 || types.includes('Ingress')
  const limitsOut = types.length === 0 ? (outward?.length ?? 0) > 0 : types.includes('Egress')
  return {
    lines: [
      ...(limitsIn ? [line(`in: ${peers(inward ?? [], 'from', ['nobody', 'anybody', 'peer'])}`)] : []),
      ...(limitsOut ? [line(`out: ${peers(outward ?? [], 'to', ['nowhere', 'anywhere', 'peer'])}`)] : []),
      ...selectionLines(documents, path, field(spec, 'podSelector') ?? {}),
    ],
  }
}

/** Rules allow; without any nothing is allowed, and one without peers allows all (NetworkPolicySpec.ingress, .egress). */
function peers(
  rules: readonly Json[],
  key: 'from' | 'to',
  [none, all, one]: readonly [string, string, string],
): string {
  if (rules.length === 0) return none
  const counts = rules.map((rule) => itemsOf(field(rule, key)).length)
  if (counts.includes(0)) return all
  const count = counts.reduce((sum, each) => sum + each, 0)
  return count === 1 ? `1 ${one}` : `${count} ${one}s`
}

/** Only what no line of the picture says: that all pods are meant, or none. */
function selectionLines(
  documents: readonly Json[],
  path: Path,
  selector: Json | undefined,
): readonly FactLine[] {
  if (isObject(selector) && requirementsOf(selector).length === 0) return [line('all pods')]
  return selectedWorkloads(documents, path, selector).length === 0 ? [line('selects nothing here', true)] : []
}
