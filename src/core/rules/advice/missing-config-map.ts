import type { Advice } from './advice'
import { objectText, podText, together } from './design/examples'
import { missingOf } from './design/missing'

const POD = podText(`
containers:
- name: app
  image: example.com/shop:1.4
  volumeMounts:
  - name: config
    mountPath: /etc/shop
volumes:
- name: config
  configMap:
    name: shop
`)

/** A ConfigMap that is named and not in the design. */
export const missingConfigMap: Advice = {
  id: 'missing-config-map',
  level: 'error',
  title: 'ConfigMap that is not here',
  why: 'Without the ConfigMap the pod stays in ContainerCreating, or its container in CreateContainerConfigError. The server takes the manifest all the same.',
  mend: 'Add the ConfigMap. Where it is made elsewhere, say so with a comment that switches this rule off.',
  docs: 'https://kubernetes.io/docs/concepts/configuration/configmap/#using-configmaps',
  bad: POD,
  good: together(objectText('v1', 'ConfigMap', 'shop', 'data: { shop.conf: "" }'), POD),
  check: (design) =>
    missingOf(design, 'ConfigMap').map(({ path, name }) => ({
      path,
      message: `This design has no ConfigMap ${name}: the pod does not start without it`,
    })),
}
