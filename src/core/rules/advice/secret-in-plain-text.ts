import { textOf } from '../../kubernetes/shape'
import type { Advice } from './advice'
import { objectText, podText, together } from './design/examples'

const SECRET_NAME =
  /(?:^|_)(?:PASSWORD|PASSWD|PASS|PWD|SECRET|TOKEN|API_?KEY|SECRET_?KEY|PRIVATE_?KEY|ACCESS_?KEY|CREDENTIALS?)$/i
/** Switches (ALLOW_EMPTY_PASSWORD), paths to a file with it, and what the kubelet fills in. */
const NO_SECRET = /^(?:|true|false|yes|no|on|off|none|0|1)$|^\/|^https?:\/\/[^@]*$|\$\(/i
const IN_ADDRESS = /^[a-z][a-z0-9+.-]*:\/\/[^:@/\s]*:[^@/\s$]+@/i

/** A password or key that stands in the manifest. */
export const secretInPlainText: Advice = {
  id: 'secret-in-plain-text',
  level: 'warning',
  title: 'Secret in plain text',
  why: 'Whoever may read the manifest, the pod or the repository reads the secret: it is in etcd, in kubectl describe and in every copy. A Secret can be kept out of all of these, and changed without a new version of the manifest.',
  mend: 'Put it into a Secret and take it from there with secretKeyRef.',
  docs: 'https://kubernetes.io/docs/concepts/configuration/secret/',
  bad: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  env:
  - name: DB_PASSWORD
    value: hunter2
`),
  good: together(
    objectText('v1', 'Secret', 'shop', 'stringData: { password: "" }'),
    podText(`
containers:
- name: app
  image: example.com/shop:1.4
  env:
  - name: DB_PASSWORD
    valueFrom:
      secretKeyRef: { name: shop, key: password }
`),
  ),
  check: ({ pods }) =>
    pods.flatMap(({ containers }) =>
      containers.flatMap(({ env }) =>
        env
          .filter(({ sourceId, value, name }) => {
            const text = textOf(value)
            if (sourceId !== 'literal' || /^(?:OLD)?PWD$/.test(name)) return false
            return (SECRET_NAME.test(name) && !NO_SECRET.test(text)) || IN_ADDRESS.test(text)
          })
          .map(({ valuePath, name }) => ({
            path: valuePath,
            message: `${name} stands here for all to read`,
          })),
      ),
    ),
}
