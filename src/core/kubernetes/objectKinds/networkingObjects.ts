import { newIngressPath } from '../ingress'
import { newService } from '../newService'
import { namedAfter, podLabels, type ObjectKind } from './objectKind'

/** The kinds by which pods are reached, or kept from being reached. */
export const NETWORKING_OBJECTS: readonly ObjectKind[] = [
  {
    kind: 'Service',
    apiVersion: 'v1',
    label: 'Service',
    help: 'One name and address for all pods of a workload.',
    group: 'Networking',
    concept: 'service',
    about: 'workload',
    nameFor: namedAfter('', 'app'),
    blank: (name, { documents, workload }) => newService(documents, workload, name),
  },
  {
    kind: 'Ingress',
    apiVersion: 'networking.k8s.io/v1',
    label: 'Ingress',
    help: 'Leads web requests from outside to Services, by host and path.',
    group: 'Networking',
    concept: 'ingress',
    about: 'service',
    nameFor: namedAfter('', 'web'),
    blank: (name, { service }) => ({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name },
      spec: { rules: [{ http: { paths: [newIngressPath(service)] } }] },
    }),
  },
  {
    kind: 'NetworkPolicy',
    apiVersion: 'networking.k8s.io/v1',
    label: 'NetworkPolicy',
    help: 'Who may talk to the pods, and to whom they may.',
    group: 'Networking',
    concept: 'networkpolicy',
    about: 'workload',
    nameFor: namedAfter('', 'app'),
    // Whoever is in the namespace may come in: a policy without rules would let nobody.
    blank: (name, { workload }) => ({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name },
      spec: {
        podSelector: { matchLabels: { ...podLabels(workload, name) } },
        ingress: [{ from: [{ podSelector: {} }] }],
        policyTypes: ['Ingress'],
      },
    }),
  },
]
