import type { Change } from '../../core/kubernetes/change'
import * as containers from '../../core/kubernetes/edits/containers'
import * as env from '../../core/kubernetes/edits/env'
import * as files from '../../core/kubernetes/edits/files'
import * as ingress from '../../core/kubernetes/edits/ingress'
import * as labels from '../../core/kubernetes/edits/labels'
import * as list from '../../core/kubernetes/edits/list'
import * as objects from '../../core/kubernetes/edits/objects'
import * as ports from '../../core/kubernetes/edits/ports'
import * as services from '../../core/kubernetes/edits/services'
import { setValue } from '../../core/kubernetes/edits/setValue'
import * as volumes from '../../core/kubernetes/edits/volumes'
import { ENV_SOURCES } from '../../core/kubernetes/envSources'
import { FILE_LISTS } from '../../core/kubernetes/files'
import type { Path } from '../../core/kubernetes/path'
import { ROLES } from '../../core/kubernetes/roles'
import { SERVICE_TYPES } from '../../core/kubernetes/services'
import { VOLUME_SOURCES } from '../../core/kubernetes/volumeSources'
import type { Kind } from './addresses'
import { WORDS } from './documents'

/** An edit, what it takes the address of, and how it is made of a path, a text and a number. */
export interface EditRow {
  readonly of: Kind
  readonly edit: (path: Path, text: string, number: number) => Change
}

/** What edits there are, module by module. */
export const EDIT_MODULES = [containers, env, files, ingress, labels, list, objects, ports, services, volumes]

/** Every edit. Those that need no text or number take what they need. */
export const EDITS: Readonly<Record<string, EditRow>> = {
  addContainer: { of: 'podSpec', edit: (path, image, n) => containers.addContainer(path, ROLES[n % 3]?.role ?? 'app', { image }) },
  duplicateContainer: { of: 'container', edit: containers.duplicateContainer },
  renameContainer: { of: 'container', edit: containers.renameContainer },
  removeContainer: { of: 'container', edit: containers.removeContainer },
  moveContainer: { of: 'container', edit: (path, _, n) => containers.moveContainer(path, n) },
  setRole: { of: 'container', edit: (path, _, n) => containers.setRole(path, ROLES[n % 3]?.role ?? 'app') },
  setCommand: { of: 'container', edit: (path, text, n) => containers.setCommand(path, n % 2 === 0 ? [text] : []) },
  setArgs: { of: 'container', edit: (path, text, n) => containers.setArgs(path, n % 2 === 0 ? [text] : []) },
  addVolume: { of: 'podSpec', edit: (path, _, n) => volumes.addVolume(path, VOLUME_SOURCES[n % VOLUME_SOURCES.length]?.id) },
  renameVolume: { of: 'volume', edit: volumes.renameVolume },
  setVolumeSource: { of: 'volume', edit: (path, _, n) =>
    volumes.setVolumeSource(path, VOLUME_SOURCES[n % VOLUME_SOURCES.length]?.id ?? '') },
  removeVolume: { of: 'volume', edit: volumes.removeVolume },
  moveVolume: { of: 'volume', edit: (path, _, n) => volumes.moveVolume(path, n) },
  mount: { of: 'container', edit: (path, text) => volumes.mount(path, text, '/x') },
  unmount: { of: 'mount', edit: volumes.unmount },
  setMount: { of: 'mount', edit: (path, text, n) => volumes.setMount(path, { name: text, subPath: text, readOnly: n % 2 === 0 }) },
  addProjection: { of: 'volume', edit: (path) => volumes.addProjection(path, 'secret') },
  removeProjection: { of: 'projection', edit: volumes.removeProjection },
  addEnv: { of: 'container', edit: (path, text, n) => env.addEnv(path, text, ENV_SOURCES[n % ENV_SOURCES.length]?.id) },
  setEnvSource: { of: 'env', edit: (path, _, n) => env.setEnvSource(path, ENV_SOURCES[n % ENV_SOURCES.length]?.id ?? 'literal') },
  renameEnv: { of: 'env', edit: env.renameEnv },
  moveEnv: { of: 'env', edit: (path, _, n) => env.moveEnv(path, n) },
  removeEnv: { of: 'env', edit: env.removeEnv },
  addEnvFrom: { of: 'container', edit: (path, text) => env.addEnvFrom(path, 'configMapRef', text) },
  setEnvFromSource: { of: 'envFrom', edit: (path, _, n) => env.setEnvFromSource(path, n % 2 === 0 ? 'configMapRef' : 'secretRef') },
  moveEnvFrom: { of: 'envFrom', edit: (path, _, n) => env.moveEnvFrom(path, n) },
  removeEnvFrom: { of: 'envFrom', edit: env.removeEnvFrom },
  addPort: { of: 'container', edit: (path, text, n) => ports.addPort(path, n % 2 === 0 ? { name: text, containerPort: n } : {}) },
  setPort: { of: 'port', edit: (path, text, n) => ports.setPort(path, { name: text, protocol: text, hostPort: n }) },
  renamePort: { of: 'port', edit: ports.renamePort },
  removePort: { of: 'port', edit: ports.removePort },
  setLabel: { of: 'labels', edit: (path, text, n) => labels.setLabel(path, WORDS[n % WORDS.length] ?? '', text) },
  renameLabel: { of: 'labels', edit: (path, text, n) => labels.renameLabel(path, WORDS[n % WORDS.length] ?? '', text) },
  removeLabel: { of: 'labels', edit: (path, _, n) => labels.removeLabel(path, WORDS[n % WORDS.length] ?? '') },
  addService: { of: 'document', edit: (path) => services.addService(path) },
  setServiceType: { of: 'service', edit: (path, _, n) => services.setServiceType(path, SERVICE_TYPES[n % 5]?.id ?? 'ClusterIP') },
  leaveServiceType: { of: 'service', edit: (path) => services.leaveServiceType(path) },
  addServicePort: { of: 'service', edit: (path, text, n) =>
    services.addServicePort(path, n % 2 === 0 ? { name: text, port: n } : {}) },
  setServicePort: { of: 'servicePort', edit: (path, text, n) =>
    services.setServicePort(path, { name: text, targetPort: text, nodePort: n }) },
  removeServicePort: { of: 'servicePort', edit: services.removeServicePort },
  renameObject: { of: 'document', edit: objects.renameObject },
  setNamespace: { of: 'document', edit: objects.setNamespace },
  removeDocument: { of: 'document', edit: objects.removeDocument },
  setReplicas: { of: 'document', edit: (path, _, n) => objects.setReplicas(path, n % 2 === 0 ? n : undefined) },
  addFile: { of: 'document', edit: (path, text, n) => files.addFile(path, text, new Uint8Array(n % 2 === 0 ? [] : [0, n])) },
  setFileText: { of: 'file', edit: files.setFileText },
  setFileBytes: { of: 'file', edit: (path, _, n) => files.setFileBytes(path, new Uint8Array(n % 2 === 0 ? [n] : [0, n])) },
  setFileList: { of: 'file', edit: (path, _, n) => {
    const lists = FILE_LISTS[n % 2 === 0 ? 'ConfigMap' : 'Secret']
    return (documents) => {
      for (const to of lists) files.setFileList(path, to)(documents)
      return undefined
    }
  } },
  renameFile: { of: 'file', edit: files.renameFile },
  removeFile: { of: 'file', edit: files.removeFile },
  addIngressRule: { of: 'document', edit: ingress.addIngressRule },
  addIngressPath: { of: 'rule', edit: ingress.addIngressPath },
  setBackendPort: { of: 'backend', edit: ingress.setBackendPort },
  setValue: { of: 'any', edit: (path, text, n) => setValue(path, n % 2 === 0 ? text : undefined) },
  moveItem: { of: 'container', edit: (path, _, n) => list.moveItem(path, n) },
  removeItem: { of: 'any', edit: list.removeItem },
}

/** The same, as rows of a test. */
export const EDIT_ROWS = Object.entries(EDITS).map(([name, row]) => [name, row] as const)
