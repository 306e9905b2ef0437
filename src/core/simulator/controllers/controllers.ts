import type { Controller } from './controlPlane'
import { deploymentController } from './deployment/deploymentController'
import { replicaSetController } from './replicaSetController'
import { scheduler } from './scheduling/scheduler'

/** The controllers of the simulated cluster, in the order in which they run where several have something to do. */
export const CONTROLLERS: readonly Controller[] = [deploymentController, replicaSetController, scheduler]
