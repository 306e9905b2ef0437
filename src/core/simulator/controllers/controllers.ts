import { autoscalerController } from './autoscalerController'
import { claimController } from './claimController'
import type { Controller } from './controlPlane'
import { cronJobController } from './cronJob/cronJobController'
import { daemonSetController } from './daemonSetController'
import { deploymentController } from './deployment/deploymentController'
import { disruptionController } from './disruption/disruptionController'
import { garbageCollector } from './garbageCollector'
import { jobController } from './job/jobController'
import { replicaSetController } from './replicaSetController'
import { endpointsController } from './services/endpointsController'
import { endpointSlicesController } from './services/endpointSlicesController'
import { serviceController } from './services/serviceController'
import { statefulSetController } from './statefulSet/statefulSetController'
import { scheduler } from './scheduling/scheduler'

/** The controllers of the simulated cluster, in the order in which they run where several have something to do. */
export const CONTROLLERS: readonly Controller[] = [
  serviceController,
  autoscalerController,
  cronJobController,
  deploymentController,
  replicaSetController,
  statefulSetController,
  daemonSetController,
  jobController,
  claimController,
  scheduler,
  endpointsController,
  endpointSlicesController,
  disruptionController,
  garbageCollector,
]
