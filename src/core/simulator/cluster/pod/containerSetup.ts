import type { Container, Pod } from '../../../kubernetes/schema/types-1.36'
import { containerEnvironment } from '../../environment/containerEnvironment'
import type { FileTree } from '../../filesystem/fileTree'
import { textOf } from '../../filesystem/fileNode'
import type { VolumeMount } from '../../filesystem/mount'
import { asTexts, heldFiles } from '../heldFiles'
import type { PodVolumes } from '../volumes/podVolumes'
import { credentialsOf, rootFault } from './credentials'
import type { NodeContext } from './nodeContext'
import { subPathOf } from './subPaths'
import type { Credentials } from '../../filesystem/fileSystem'

/** A container as it is made: its variables, its mounts, and who it runs as. */
export interface ContainerSetup {
  readonly env: ReadonlyMap<string, string>
  readonly mounts: readonly VolumeMount[]
  readonly credentials: Credentials
}

/** Takes the node, a pod with its address and volumes, and a container; gives how it is made, or why it can't be: a CreateContainerConfigError (generateContainerConfig in pkg/kubelet/kuberuntime). */
export function containerSetup(
  node: NodeContext,
  pod: Pod,
  podIP: string,
  volumes: PodVolumes,
  container: Container,
): ContainerSetup | { readonly error: string } {
  const { namespace = 'default', name = '', uid = '' } = pod.metadata ?? {}
  const credentials = credentialsOf(pod.spec ?? {}, container, node.programs.defaults(container.image ?? ''))
  const fault = rootFault(pod.spec ?? {}, container, credentials, `${name}_${namespace}(${uid})`)
  if (fault !== null) return { error: fault }
  const environment = containerEnvironment(
    {
      pod,
      podIPs: [podIP],
      hostIPs: [node.address],
      services: node.api.list('Service'),
      configMap: (map) => asTexts(heldFiles(node.api, 'ConfigMap', namespace, map)),
      secret: (secret) => asTexts(heldFiles(node.api, 'Secret', namespace, secret)),
      file: (volume, path) => fileText(volumes.tree(volume), path),
      allocatable: node.allocatable,
    },
    container,
  )
  if ('error' in environment) return environment
  const env = new Map(environment.variables.map((variable) => [variable.name, variable.value]))
  const mounts: VolumeMount[] = []
  for (const mount of container.volumeMounts ?? []) {
    const subPath = subPathOf(mount, (variable) => env.get(variable))
    if (typeof subPath === 'object') return subPath
    mounts.push(...volumes.mountsOf([{ ...mount, subPath }]))
  }
  return { env, mounts, credentials }
}

function fileText(tree: FileTree | undefined, path: string): string | undefined {
  const node = tree?.at(path)
  return node?.type === 'file' ? textOf(node.buffer.subarray(0, node.size)) : undefined
}
