import type { Verb, VerbGroup } from './verb'
import { apiResources, clusterInfo, config, top, version } from './verbs/about'
import { apply, replace } from './verbs/apply'
import { create } from './verbs/create'
import { deleteObjects } from './verbs/delete'
import { describe } from './verbs/describe'
import { exec } from './verbs/exec'
import { explain } from './verbs/explain'
import { expose } from './verbs/expose'
import { get } from './verbs/get'
import { annotate, label } from './verbs/label'
import { logs } from './verbs/logs'
import { cordon, drain, uncordon } from './verbs/nodes'
import { portForward } from './verbs/portForward'
import { rollout } from './verbs/rollout'
import { run } from './verbs/run'
import { scale } from './verbs/scale'
import { set } from './verbs/set'
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
  top,
  cordon,
  uncordon,
  drain,
  describe,
  logs,
  exec,
  'port-forward': portForward,
  apply,
  replace,
  wait,
  label,
  annotate,
  'api-resources': apiResources,
  'cluster-info': clusterInfo,
  config,
  version,
}

/** Takes a name; gives the verb, or undefined. */
export function verbNamed(name: string): Verb | VerbGroup | undefined {
  return Object.hasOwn(VERBS, name) ? VERBS[name] : undefined
}

/** Takes a verb; says whether it has verbs of its own. */
export function isGroup(verb: Verb | VerbGroup): verb is VerbGroup {
  return 'verbs' in verb
}
