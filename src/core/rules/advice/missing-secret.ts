import type { Advice } from './advice'
import { objectText, podText, together } from './design/examples'
import { missingOf } from './design/missing'

const POD = podText(`
containers:
- name: app
  image: example.com/shop:1.4
  env:
  - name: DB_PASSWORD
    valueFrom:
      secretKeyRef: { name: shop, key: password }
`)

/** A Secret that is named and not in the design. */
export const missingSecret: Advice = {
  id: 'missing-secret',
  level: 'error',
  title: 'Secret that is not here',
  why: 'Without the Secret the container is not started: CreateContainerConfigError, or ContainerCreating for a volume. The server takes the manifest all the same.',
  mend: 'Add the Secret. Where it is made elsewhere, as is wise, say so with a comment that switches this rule off.',
  docs: 'https://kubernetes.io/docs/concepts/configuration/secret/#using-secrets-as-environment-variables',
  bad: POD,
  good: together(objectText('v1', 'Secret', 'shop', 'stringData: { password: "" }'), POD),
  check: (design) =>
    missingOf(design, 'Secret').map(({ path, name }) => ({
      path,
      message: `This design has no Secret ${name}: the container does not start without it`,
    })),
}
