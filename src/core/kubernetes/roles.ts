import type { Json } from './json'
import { field } from './shape'

/** What a container is to its pod. */
export type Role = 'app' | 'init' | 'sidecar'

/** How a role is written: the list it stands in, and the restartPolicy that tells a sidecar from a plain init container. */
export interface RoleRow {
  readonly role: Role
  readonly label: string
  readonly list: 'containers' | 'initContainers'
  readonly restartPolicy: 'Always' | null
  readonly help: string
}

/** The three roles, in the order pods run them within their lists. */
export const ROLES: readonly [RoleRow, RoleRow, RoleRow] = [
  {
    role: 'init',
    label: 'Init container',
    list: 'initContainers',
    restartPolicy: null,
    help:
      'Runs to its end before the next one starts, and before any app container. Probes and lifecycle hooks are not ' +
      'allowed here; a container that has them keeps them when it changes role, and the server will refuse it until ' +
      'they are removed.',
  },
  {
    role: 'sidecar',
    label: 'Sidecar',
    list: 'initContainers',
    restartPolicy: 'Always',
    help:
      'An init container with restartPolicy: Always. Starts before the app containers, runs beside them, stops after ' +
      'them. Probes and lifecycle hooks are allowed.',
  },
  {
    role: 'app',
    label: 'App container',
    list: 'containers',
    restartPolicy: null,
    help:
      'Starts together with the other app containers once all init containers are done and all sidecars have started. ' +
      'Becoming an app container removes restartPolicy: Always, since the pod decides about restarts; everything else stays.',
  },
]

const [INIT, SIDECAR, APP] = ROLES

/** Takes a role; gives its row. */
export function roleRow(role: Role): RoleRow {
  return { init: INIT, sidecar: SIDECAR, app: APP }[role]
}

/** Takes the list a container stands in and the container; gives its role (KEP-753: restartPolicy makes the sidecar). */
export function roleOf(list: RoleRow['list'], container: Json | undefined): Role {
  if (list === 'containers') return 'app'
  return field(container, 'restartPolicy') === 'Always' ? 'sidecar' : 'init'
}
