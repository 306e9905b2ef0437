import type { ApiServer } from './apiServer'
import { SERVICE_NAME } from './endpointObjects'
import type { ClusterNode, Condition } from './objects'

/** The address of the one node. */
export const NODE_ADDRESS = '172.18.0.2'

/** What the node has to give. */
const SIZE = { cpu: '4', memory: '8Gi', 'ephemeral-storage': '100Gi', pods: '110' }

/** A node that is well (pkg/kubelet/nodestatus/setters.go). */
const HEALTH: readonly Condition[] = [
  {
    type: 'MemoryPressure',
    status: 'False',
    reason: 'KubeletHasSufficientMemory',
    message: 'kubelet has sufficient memory available',
  },
  {
    type: 'DiskPressure',
    status: 'False',
    reason: 'KubeletHasNoDiskPressure',
    message: 'kubelet has no disk pressure',
  },
  {
    type: 'PIDPressure',
    status: 'False',
    reason: 'KubeletHasSufficientPID',
    message: 'kubelet has sufficient PID available',
  },
  { type: 'Ready', status: 'True', reason: 'KubeletReady', message: 'kubelet is posting ready status' },
]

const NODE_INFO = {
  architecture: 'amd64',
  containerRuntimeVersion: 'simulated',
  kernelVersion: 'simulated',
  kubeletVersion: 'v1.36.2',
  operatingSystem: 'linux',
  osImage: 'Podwright (simulated)',
}

/** Takes the name of the node; gives one of ordinary size, as kubeadm would join it. */
export function ordinaryNode(name: string): ClusterNode {
  return {
    metadata: {
      name,
      labels: {
        'beta.kubernetes.io/arch': 'amd64',
        'beta.kubernetes.io/os': 'linux',
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
      },
    },
    status: {
      addresses: [
        { type: 'InternalIP', address: NODE_ADDRESS },
        { type: 'Hostname', address: name },
      ],
      conditions: HEALTH,
      nodeInfo: NODE_INFO,
      capacity: SIZE,
      allocatable: SIZE,
    },
  }
}

/** Takes the API server and a node; stores it, and what every cluster has from the beginning: the service account `default`, and the Service `kubernetes` with where the API server listens (pkg/controlplane/reconcilers). */
export function bootstrap(api: ApiServer, node: ClusterNode): void {
  api.put('Node', node)
  api.put('ServiceAccount', {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: 'default', namespace: 'default' },
  })
  api.put('Service', {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: 'kubernetes',
      namespace: 'default',
      labels: { component: 'apiserver', provider: 'kubernetes' },
    },
    spec: {
      type: 'ClusterIP',
      clusterIP: '10.96.0.1',
      clusterIPs: ['10.96.0.1'],
      ipFamilies: ['IPv4'],
      ipFamilyPolicy: 'SingleStack',
      internalTrafficPolicy: 'Cluster',
      sessionAffinity: 'None',
      ports: [{ name: 'https', port: 443, protocol: 'TCP', targetPort: 6443 }],
    },
  })
  const ports = [{ name: 'https', port: 6443, protocol: 'TCP' }]
  const addresses = (node.status?.addresses ?? []).flatMap(({ type, address }) =>
    type === 'InternalIP' ? [address] : [],
  )
  api.put('Endpoints', {
    metadata: {
      name: 'kubernetes',
      namespace: 'default',
      labels: { 'endpointslice.kubernetes.io/skip-mirror': 'true' },
    },
    subsets: [{ addresses: addresses.map((ip) => ({ ip })), ports }],
  })
  api.put('EndpointSlice', {
    metadata: { name: 'kubernetes', namespace: 'default', labels: { [SERVICE_NAME]: 'kubernetes' } },
    addressType: 'IPv4',
    endpoints: addresses.map((address) => ({ addresses: [address], conditions: { ready: true } })),
    ports,
  })
}
