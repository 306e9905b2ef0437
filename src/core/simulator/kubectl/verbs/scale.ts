import { editReplicas, isScalable } from '../objects/edits'
import { qualifiedName, resourceOf, shownKind } from '../objects/resources'
import { targetsOf } from '../objects/targets'
import { fail, FILENAME, SELECTING, type Verb } from '../verb'

/** `kubectl scale`: sets the number of replicas. */
export const scale: Verb = {
  about: 'Set a new size for a deployment, replica set, or stateful set',
  usage: '--replicas=COUNT (-f FILENAME | TYPE NAME)',
  examples: ['kubectl scale --replicas=3 deployment/web', 'kubectl scale --replicas=3 sts foo'],
  flags: [
    ...SELECTING,
    FILENAME,
    { name: 'replicas', value: 'one', type: 'int32', about: 'The new desired number of replicas' },
    { name: 'current-replicas', value: 'one', type: 'int64', about: 'Precondition for current size' },
    { name: 'all', value: 'none', about: 'Select all resources of the type' },
  ],
  takes: 'workload',
  run(call) {
    const replicas = Number(call.asked.text('replicas') ?? -1)
    if (!Number.isInteger(replicas) || replicas < 0)
      return fail(
        call,
        'error: The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0',
      )
    const found = targetsOf(call)
    if ('error' in found) return fail(call, found.error)
    let exitCode = 0
    for (const { kind, namespace, name } of found.objects) {
      const resource = resourceOf(kind)
      if (!isScalable(kind)) {
        exitCode = fail(
          call,
          `Error from server (NotFound): the server could not find the requested resource (${qualifiedName(resource)} can't be scaled)`,
        )
        continue
      }
      editReplicas(call.cluster.api, kind, namespace, name, replicas)
      call.out(`${shownKind(resource)}/${name} scaled\n`)
    }
    return found.errors.length > 0 ? fail(call, found.errors.join('\n')) : exitCode
  },
}
