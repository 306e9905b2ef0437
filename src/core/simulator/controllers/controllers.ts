import { claimController } from './claimController'
import type { Controller } from './controlPlane'
import { daemonSetController } from './daemonSetController'
import { deploymentController } from './deployment/deploymentController'
import { replicaSetController } from './replicaSetController'
import { statefulSetController } from './statefulSet/statefulSetController'
import { scheduler } from './scheduling/scheduler'

/** The controllers of the simulated cluster, in the order in which they run where several have something to do. */
export const CONTROLLERS: readonly Controller[] = [
  deploymentController,
  replicaSetController,
  statefulSetController,
  daemonSetController,
  claimController,
  scheduler,
]
