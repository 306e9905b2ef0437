import type { Advice } from './advice'
import { objectText, podText, together } from './design/examples'

const UPDATED: ReadonlySet<string> = new Set(['configMap', 'secret', 'projected', 'downwardAPI'])

const CONFIG = objectText('v1', 'ConfigMap', 'shop', `data: { shop.conf: "" }`)

/** A file of a ConfigMap or Secret mounted by subPath. */
export const subPathNeverUpdates: Advice = {
  id: 'sub-path-never-updates',
  level: 'info',
  title: 'File that is never updated',
  why: 'A mounted ConfigMap or Secret follows its object within a minute or so. A mount with subPath does not: the file stays as it was when the container started.',
  mend: 'Mount the whole directory where the program should see changes, or restart the pods after a change.',
  docs: 'https://kubernetes.io/docs/concepts/storage/volumes/#using-subpath',
  bad: together(
    CONFIG,
    podText(`
containers:
- name: app
  image: example.com/shop:1.4
  volumeMounts:
  - name: config
    mountPath: /etc/shop/shop.conf
    subPath: shop.conf
volumes:
- name: config
  configMap:
    name: shop
`),
  ),
  good: together(
    CONFIG,
    podText(`
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
`),
  ),
  check: ({ pods }) =>
    pods.flatMap(({ volumes }) =>
      volumes
        .filter(({ sourceId }) => UPDATED.has(sourceId))
        .flatMap(({ mounts }) => mounts)
        .filter(({ subPath, subPathExpr }) => subPath !== '' || subPathExpr !== '')
        .map(({ path, mountPath, volumeName }) => ({
          path,
          message: `${mountPath} does not follow changes of ${volumeName} while the container lives`,
        })),
    ),
}
