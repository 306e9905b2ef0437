import { isObject } from '../../../kubernetes/json'
import { field, itemsOf, numberOf } from '../../../kubernetes/shape'
import { inside } from '../../printing/cells'
import { qualifiedName, resourceOf } from '../objects/resources'
import { targetsOf } from '../objects/targets'
import { fail, type Verb } from '../verb'
import { applyOne } from './apply'

const EXPOSED: ReadonlySet<string> = new Set(['Pod', 'Service', 'Deployment', 'ReplicaSet'])

/** `kubectl expose`: a Service for the pods of what is named. */
export const expose: Verb = {
  about: 'Expose a resource as a new Kubernetes service',
  usage:
    '(TYPE NAME | TYPE/NAME) [--port=port] [--protocol=TCP|UDP] [--target-port=number-or-name] [--name=name] [--type=type]',
  examples: ['kubectl expose deployment nginx --port=80 --target-port=8000'],
  flags: [
    { name: 'port', value: 'one', about: 'The port that the service should serve on' },
    { name: 'target-port', value: 'one', about: 'Name or number of the port on the container' },
    { name: 'protocol', value: 'one', about: 'The network protocol' },
    { name: 'name', value: 'one', about: 'The name for the new service' },
    { name: 'type', value: 'one', about: 'ClusterIP, NodePort, LoadBalancer or ExternalName' },
    { name: 'selector', value: 'one', about: 'A label selector to use for the service' },
  ],
  takes: 'workload',
  run(call) {
    const { asked, namespace } = call
    const found = targetsOf({ ...call, asked }, asked.words)
    if ('error' in found) return fail(call, found.error)
    const [first] = found.objects
    if (first === undefined)
      return fail(
        call,
        found.errors.join('\n') || 'error: resource(s) were provided, but no name was specified',
      )
    const { kind, object } = first
    if (!EXPOSED.has(kind)) return fail(call, `error: cannot expose a ${qualifiedName(resourceOf(kind))}`)
    const selector =
      kind === 'Pod'
        ? inside(object, 'metadata', 'labels')
        : kind === 'Service'
          ? inside(object, 'spec', 'selector')
          : inside(object, 'spec', 'selector', 'matchLabels')
    if (!isObject(selector) || Object.keys(selector).length === 0)
      return fail(
        call,
        "error: couldn't retrieve selectors via --selector flag or introspection: the object has no labels and cannot be exposed",
      )
    const spec = kind === 'Pod' ? field(object, 'spec') : inside(object, 'spec', 'template', 'spec')
    const declared = itemsOf(field(spec, 'containers')).flatMap((container) =>
      itemsOf(field(container, 'ports')),
    )
    const port = Number(asked.text('port') ?? numberOf(field(declared[0], 'containerPort')) ?? 0)
    if (port === 0)
      return fail(
        call,
        "error: couldn't find port via --port flag or introspection\nSee 'kubectl expose -h' for help and examples",
      )
    const target = asked.text('target-port')
    const name = asked.text('name') ?? first.name
    const service = {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace },
      spec: {
        selector,
        type: asked.text('type') ?? 'ClusterIP',
        ports: [
          {
            port,
            protocol: asked.text('protocol') ?? 'TCP',
            targetPort: target === undefined ? port : /^\d+$/.test(target) ? Number(target) : target,
          },
        ],
      },
    }
    if (call.cluster.api.get('Service', namespace, name) !== undefined)
      return fail(call, `Error from server (AlreadyExists): services "${name}" already exists`)
    return applyOne(call, service, 'exposed')
  },
}
