import { deleteObject } from '../../api/deletion'
import { save } from '../../api/save'
import type { Controller, ControlPlane } from '../controlPlane'
import { isTerminating, selectsItsPods } from '../ownership'
import { annotated, REVISION, revisionOf, type Deployment } from './annotations'
import { isRolling, wantedOf } from './bounds'
import { pauseConditions, statusOf } from './deploymentStatus'
import { isComplete, progressConditions, type Step } from './progress'
import { clearForNew } from './recreate'
import { withReplicaFailure } from './replicaFailure'
import { newReplicaSet, renewed, replicaSetsOf, type ReplicaSets } from './replicaSets'
import { roll } from './rolling'
import { isScaled, reportScale, scaleTo, shareOut } from './scale'

/** Leads a Deployment's pods from one template to the next (pkg/controller/deployment/deployment_controller.go, syncDeployment). */
export const deploymentController: Controller = {
  name: 'deployment',
  watches: new Set(['Deployment', 'ReplicaSet', 'Pod']),
  reconcile: (plane) => {
    for (const deployment of plane.api.list('Deployment'))
      if (selectsItsPods(deployment)) sync(plane, deployment)
  },
}

function sync(plane: ControlPlane, stored: Deployment): void {
  const sets = replicaSetsOf(plane, stored)
  if (isTerminating(stored)) {
    finish(plane, stored, 'none', false)
    return
  }
  const isPaused = stored.spec?.paused === true
  const conditions = pauseConditions(stored.status?.conditions ?? [], isPaused, plane.clock.timestamp())
  const deployment = save(plane.api, 'Deployment', { ...stored, status: { ...stored.status, conditions } })
  if (isPaused || isScaled(deployment, sets)) {
    shareOut(plane, deployment, sets)
    if (isPaused) cleanUp(plane, deployment, sets)
    finish(plane, deployment, 'none', false)
  } else if (isRolling(deployment)) rollOut(plane, deployment, sets)
  else recreate(plane, deployment, sets)
}

function rollOut(plane: ControlPlane, deployment: Deployment, sets: ReplicaSets): void {
  const step = ensureNew(plane, deployment, sets)
  const now = replicaSetsOf(plane, deployment)
  if (!roll(plane, deployment, now)) cleanUpIfDone(plane, deployment, now)
  finish(plane, deployment, step, true)
}

function recreate(plane: ControlPlane, deployment: Deployment, sets: ReplicaSets): void {
  if (!clearForNew(plane, deployment, sets)) {
    finish(plane, deployment, 'none', true)
    return
  }
  const step = ensureNew(plane, deployment, sets)
  const now = replicaSetsOf(plane, deployment)
  if (now.newest !== undefined) scaleTo(plane, deployment, now.newest, wantedOf(deployment))
  cleanUpIfDone(plane, deployment, now)
  finish(plane, deployment, step, true)
}

/** getNewReplicaSet */
function ensureNew(plane: ControlPlane, deployment: Deployment, sets: ReplicaSets): Step {
  if (renewed(plane, deployment, sets) !== undefined) return 'found'
  const made = plane.api.put('ReplicaSet', newReplicaSet(deployment, sets))
  if (wantedOf(made) > 0) reportScale(plane.api, deployment, made, 0, wantedOf(made))
  return 'created'
}

/** Writes the status, with the revision of the new ReplicaSet. */
function finish(plane: ControlPlane, deployment: Deployment, step: Step, isRollout: boolean): void {
  const { namespace = '', name = '' } = deployment.metadata ?? {}
  const now = plane.api.get('Deployment', namespace, name)
  if (now === undefined) return
  const sets = replicaSetsOf(plane, now)
  const status = statusOf(plane, now, sets)
  const newest = sets.newest?.metadata?.name
  const conditions = isRollout
    ? withReplicaFailure(progressConditions(plane, now, status, newest, step), sets)
    : status.conditions
  const revised =
    sets.newest === undefined ? now : annotated(now, { [REVISION]: String(revisionOf(sets.newest)) })
  save(plane.api, 'Deployment', { ...revised, status: { ...status, conditions } })
}

function cleanUpIfDone(plane: ControlPlane, deployment: Deployment, sets: ReplicaSets): void {
  if (isComplete(deployment, statusOf(plane, deployment, sets))) cleanUp(plane, deployment, sets)
}

/** cleanupDeployment: old ReplicaSets without pods stay up to revisionHistoryLimit. */
function cleanUp(plane: ControlPlane, { spec }: Deployment, { old }: ReplicaSets): void {
  const limit = spec?.revisionHistoryLimit ?? Infinity
  const idle = old.filter(
    (set) => wantedOf(set) === 0 && (set.status?.replicas ?? 0) === 0 && !isTerminating(set),
  )
  const byRevision = idle.toSorted((a, b) => revisionOf(a) - revisionOf(b))
  for (const { metadata } of byRevision.slice(0, Math.max(0, idle.length - limit)))
    deleteObject(plane, 'ReplicaSet', metadata?.namespace ?? '', metadata?.name ?? '')
}
