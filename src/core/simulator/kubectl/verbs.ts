import type { Verb, VerbGroup } from './verb'
import { apiResources, clusterInfo, config, top, version } from './verbs/about'
import { apply, replace } from './verbs/apply'
import { autoscale } from './verbs/autoscale'
import { create } from './verbs/create'
import { deleteObjects } from './verbs/delete'
import { describe } from './verbs/describe'
import { events } from './verbs/events'
import { exec } from './verbs/exec'
import { explain } from './verbs/explain'
import { expose } from './verbs/expose'
import { get } from './verbs/get'
import { annotate, label } from './verbs/label'
import { logs } from './verbs/logs'
import { drain } from './verbs/drain'
import { cordon, uncordon } from './verbs/nodes'
import { portForward } from './verbs/portForward'
import { rollout } from './verbs/rollout'
import { run } from './verbs/run'
import { scale } from './verbs/scale'
import { set } from './verbs/set'
import { taint } from './verbs/taint'
import { wait } from './verbs/wait'

/** The verbs of kubectl by name. */
export const VERBS: Readonly<Record<string, Verb | VerbGroup>> = {
  create,
  expose,
  run,
  set,
  explain,
  get,
  delete: deleteObjects,
  rollout,
  scale,
  autoscale,
  top,
  cordon,
  uncordon,
  drain,
  taint,
  describe,
  logs,
  exec,
  'port-forward': portForward,
  apply,
  replace,
  events,
  wait,
  label,
  annotate,
  'api-resources': apiResources,
  'cluster-info': clusterInfo,
  config,
  version,
}

/** Verbs of a real kubectl that this one does not have, and what to do instead. */
const ABSENT: Readonly<Record<string, string>> = {
  attach: 'see kubectl logs -f',
  auth: 'everything is allowed here',
  certificate: 'there are no certificates here',
  completion: 'Tab completes here by itself',
  cp: 'use kubectl exec, or look at the files in the run pane',
  debug: 'use kubectl exec',
  diff: 'kubectl apply says what is configured',
  edit: 'change the design and apply it',
  kustomize: 'write out what it would make',
  patch: 'use kubectl set, scale or label, or change the design and apply it',
  proxy: 'use kubectl port-forward',
}

/** Takes the name of a verb that is not there; gives what to do instead, undefined where kubectl has none of that name. */
export function insteadOf(name: string): string | undefined {
  return Object.hasOwn(ABSENT, name) ? ABSENT[name] : undefined
}

/** Takes a name; gives the verb, or undefined. */
export function verbNamed(name: string): Verb | VerbGroup | undefined {
  return Object.hasOwn(VERBS, name) ? VERBS[name] : undefined
}

/** Takes a verb; says whether it has verbs of its own. */
export function isGroup(verb: Verb | VerbGroup): verb is VerbGroup {
  return 'verbs' in verb
}
