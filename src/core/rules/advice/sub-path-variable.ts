import type { Advice } from './advice'
import { podText } from './design/examples'
import { variablesIn } from './design/expansion'

/** A variable in subPathExpr that the container does not have. */
export const subPathVariable: Advice = {
  id: 'sub-path-variable',
  level: 'error',
  title: 'Unknown variable in subPathExpr',
  why: 'The kubelet makes the path out of the variables of the container. With one that it lacks the container is not started: CreateContainerConfigError.',
  mend: 'Define the variable in the env of the same container.',
  docs: 'https://kubernetes.io/docs/concepts/storage/volumes/#using-subpath-expanded-environment',
  bad: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  volumeMounts:
  - name: data
    mountPath: /data
    subPathExpr: $(POD_NAME)
volumes:
- name: data
  emptyDir: {}
`),
  good: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  env:
  - name: POD_NAME
    valueFrom:
      fieldRef: { fieldPath: metadata.name }
  volumeMounts:
  - name: data
    mountPath: /data
    subPathExpr: $(POD_NAME)
volumes:
- name: data
  emptyDir: {}
`),
  // What envFrom brings is not known here.
  check: ({ pods }) =>
    pods.flatMap(({ containers }) =>
      containers
        .filter(({ envFrom }) => envFrom.length === 0)
        .flatMap(({ mounts, env, name }) =>
          mounts.flatMap((mount) =>
            variablesIn(mount.subPathExpr)
              .filter((variable) => !env.some((each) => each.name === variable && each.value !== ''))
              .map((variable) => ({
                path: [...mount.path, 'subPathExpr'],
                message: `${name} has no variable ${variable}, or it is empty`,
              })),
          ),
        ),
    ),
}
