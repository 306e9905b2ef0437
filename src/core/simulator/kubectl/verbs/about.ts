import { TABLE, writeTabbed } from '../../printing/tabWriter'
import { apiVersionOf, RESOURCES } from '../objects/resources'
import { fail, type Verb, type VerbGroup } from '../verb'

/** The version that is simulated. */
const VERSION = 'v1.36.2'

function saying(about: string, text: string): Verb {
  return {
    about,
    usage: '[flags]',
    examples: [],
    flags: [],
    takes: 'nothing',
    run(call) {
      call.out(text)
      return 0
    },
  }
}

/** `kubectl version`. */
export const version: Verb = {
  ...saying(
    'Print the client and server version information',
    `Client Version: ${VERSION}\nKustomize Version: v5.7.1\nServer Version: ${VERSION} (simulated)\n`,
  ),
  flags: [
    { name: 'client', value: 'none', about: 'Only the client' },
    { name: 'output', short: 'o', value: 'one', about: 'Output format (there is one)' },
  ],
}

/** `kubectl api-resources`. */
export const apiResources = saying(
  'Print the supported API resources on the server',
  writeTabbed(
    [
      ['NAME', 'SHORTNAMES', 'APIVERSION', 'NAMESPACED', 'KIND'],
      ...RESOURCES.map((resource) => [
        resource.plural,
        resource.short.join(','),
        apiVersionOf(resource),
        String(resource.namespaced),
        resource.kind,
      ]),
    ],
    TABLE,
  ),
)

/** `kubectl cluster-info`. */
export const clusterInfo = saying(
  'Display cluster information',
  'Kubernetes control plane is simulated in this page\n',
)

const SERVERLESS: Verb = {
  about: 'Display resource (CPU/memory) usage',
  usage: '[NAME | -l label]',
  examples: [],
  flags: [
    { name: 'selector', short: 'l', value: 'one', about: 'Selector (label query) to filter on' },
    { name: 'containers', value: 'none', about: 'Print usage of containers within a pod' },
    { name: 'all-namespaces', short: 'A', value: 'none', about: 'List across all namespaces' },
  ],
  takes: 'pod',
  run: (call) => fail(call, 'error: Metrics API not available'),
}

/** `kubectl top`: there is no metrics server here. */
export const top: VerbGroup = {
  about: 'Display resource (CPU/memory) usage',
  verbs: { node: SERVERLESS, nodes: SERVERLESS, pod: SERVERLESS, pods: SERVERLESS, po: SERVERLESS },
}

const CONTEXT = 'podwright'

/** `kubectl config`: there is one context. */
export const config: VerbGroup = {
  about: 'Modify kubeconfig files',
  verbs: {
    'current-context': saying('Display the current-context', `${CONTEXT}\n`),
    'get-contexts': saying(
      'Describe one or many contexts',
      writeTabbed(
        [
          ['CURRENT', 'NAME', 'CLUSTER', 'AUTHINFO', 'NAMESPACE'],
          ['*', CONTEXT, CONTEXT, CONTEXT, ''],
        ],
        { least: 0, between: 3 },
      ),
    ),
    view: saying(
      'Display merged kubeconfig settings',
      `apiVersion: v1\nclusters:\n- cluster:\n    server: simulated\n  name: ${CONTEXT}\ncontexts:\n- context:\n    cluster: ${CONTEXT}\n    user: ${CONTEXT}\n  name: ${CONTEXT}\ncurrent-context: ${CONTEXT}\nkind: Config\nusers:\n- name: ${CONTEXT}\n`,
    ),
  },
}
