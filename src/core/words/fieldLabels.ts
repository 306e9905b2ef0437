import type { Field } from '../kubernetes/schema/field'

/** Parts of field names that are not written as plain words. */
const WORDS: Readonly<Record<string, string>> = {
  api: 'API',
  ca: 'CA',
  cidr: 'CIDR',
  cpu: 'CPU',
  csi: 'CSI',
  dns: 'DNS',
  ephemeral: 'ephemeral',
  fc: 'FC',
  fqdn: 'FQDN',
  fs: 'FS',
  gid: 'GID',
  gmsa: 'GMSA',
  grpc: 'gRPC',
  http: 'HTTP',
  id: 'ID',
  ids: 'IDs',
  iops: 'IOPS',
  ip: 'IP',
  ips: 'IPs',
  ipc: 'IPC',
  iqn: 'IQN',
  iscsi: 'iSCSI',
  kubernetes: 'Kubernetes',
  lun: 'LUN',
  mtu: 'MTU',
  nfs: 'NFS',
  os: 'OS',
  pd: 'PD',
  pid: 'PID',
  pvc: 'PVC',
  rbd: 'RBD',
  scale: 'scale',
  se: 'SE',
  ssl: 'SSL',
  tcp: 'TCP',
  tls: 'TLS',
  tty: 'TTY',
  ttl: 'TTL',
  uid: 'UID',
  uri: 'URI',
  url: 'URL',
  wwids: 'WWIDs',
  wwns: 'WWNs',
  linux: 'Linux',
  windows: 'Windows',
}

/** Labels that no rule would give. */
const LABELS: Readonly<Record<string, string>> = {
  appArmorProfile: 'AppArmor profile',
  chapAuthDiscovery: 'CHAP auth discovery',
  chapAuthSession: 'CHAP auth session',
  datasetUUID: 'Dataset UUID',
  subPathExpr: 'Sub path expression',
  args: 'Arguments',
  env: 'Environment',
  envFrom: 'Environment from',
  runAsNonRoot: 'Run as non-root',
  requiredDuringSchedulingIgnoredDuringExecution: 'Required',
  preferredDuringSchedulingIgnoredDuringExecution: 'Preferred',
  tolerationSeconds: 'Stays for',
  readOnlyRootFilesystem: 'Read-only root filesystem',
  readOnly: 'Read only',
  fieldRef: 'Pod field',
  resourceFieldRef: 'Container resource',
  configMapKeyRef: 'ConfigMap key',
  secretKeyRef: 'Secret key',
  fileKeyRef: 'Key of a file',
  configMapRef: 'ConfigMap',
  secretRef: 'Secret',
  configMap: 'ConfigMap',
  emptyDir: 'Empty directory',
  downwardAPI: 'Downward API',
  postStart: 'After start (postStart)',
  preStop: 'Before stop (preStop)',
  httpGet: 'HTTP GET',
  tcpSocket: 'TCP socket',
  exec: 'Run a command',
  grpc: 'gRPC',
  stdin: 'Standard input',
  stdinOnce: 'Standard input once',
  tty: 'Terminal (TTY)',
  procMount: 'Proc mount',
  seLinuxOptions: 'SELinux options',
  seLinuxChangePolicy: 'SELinux change policy',
  iscsi: 'iSCSI',
  gmsaCredentialSpec: 'GMSA credential spec',
  ports: 'Ports',
  awsElasticBlockStore: 'AWS Elastic Block Store',
  azureDisk: 'Azure disk',
  azureFile: 'Azure file',
  gcePersistentDisk: 'GCE persistent disk',
  cephfs: 'CephFS',
  glusterfs: 'GlusterFS',
  rbd: 'Ceph RBD',
  scaleIO: 'ScaleIO',
  storageos: 'StorageOS',
  photonPersistentDisk: 'Photon persistent disk',
  portworxVolume: 'Portworx volume',
  vsphereVolume: 'vSphere volume',
  flocker: 'Flocker',
  gitRepo: 'Git repository',
  fc: 'Fibre Channel',
  csi: 'CSI driver',
  nfs: 'NFS',
  os: 'Operating system',
}

/** What a number counts, by the end of the field's name. */
const UNITS: readonly (readonly [ending: RegExp, unit: string])[] = [
  [/Seconds(?=After|$)/, 's'],
  [/Utilization$/, '%'],
]

/** Takes a field; gives what its number counts (`s`, `%`), or null. */
export function unitOf({ name, type }: Pick<Field, 'name' | 'type'>): string | null {
  const isNumber = type.is === 'scalar' && (type.scalar === 'int32' || type.scalar === 'int64')
  return (isNumber ? UNITS.find(([ending]) => ending.test(name))?.[1] : undefined) ?? null
}

/** Takes a field; gives its name in words: `terminationGracePeriodSeconds` is `Termination grace period`. Different in each field of a type. */
export function labelOf(field: Pick<Field, 'name' | 'type'>): string {
  const own = Object.hasOwn(LABELS, field.name) ? LABELS[field.name] : undefined
  if (own !== undefined) return own
  const unit = UNITS.find(([ending]) => ending.test(field.name))
  const name = unitOf(field) === 's' && unit !== undefined ? field.name.replace(unit[0], '') : field.name
  const words = (name === '' ? field.name : name)
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z]+)([A-Z](?!s(?![a-z]))[a-z])/g, '$1 $2')
    .split(' ')
    .map((word) => word.toLowerCase())
    .map((word) => (Object.hasOwn(WORDS, word) ? (WORDS[word] ?? word) : word))
  const text = words.join(' ')
  const [first = ''] = words
  return Object.hasOwn(WORDS, first.toLowerCase()) && first !== first.toLowerCase()
    ? text
    : text.charAt(0).toUpperCase() + text.slice(1)
}
