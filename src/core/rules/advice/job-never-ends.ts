import { setRole } from '../../kubernetes/edits/containers'
import type { Advice } from './advice'
import { jobText } from './design/examples'
import { appsOf } from './design/pod'
import { neverEnds } from './design/program'

/** An app container of a Job that runs for ever. */
export const jobNeverEnds: Advice = {
  id: 'job-never-ends',
  level: 'error',
  title: 'Job that never completes',
  why: 'A Job is done when all app containers of its pod have ended, and this one runs until it is stopped. The Job runs on with its work long done.',
  mend: 'Make the helper a sidecar: an entry of initContainers with restartPolicy: Always, which is stopped when the work is done.',
  docs: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/#jobs-with-sidecar-containers',
  bad: jobText(`
containers:
- name: report
  image: example.com/report:3
- name: tail
  image: busybox:1.37
  command: [tail, -F, /data/report.txt]
`),
  good: jobText(`
initContainers:
- name: tail
  image: busybox:1.37
  restartPolicy: Always
  command: [tail, -F, /data/report.txt]
containers:
- name: report
  image: example.com/report:3
`),
  check: ({ pods }) =>
    pods
      .filter(({ isToEnd }) => isToEnd)
      .flatMap((pod) => {
        const apps = appsOf(pod)
        return apps
          .filter((container) => neverEnds(container))
          .map(({ path, name, index }) => ({
            path,
            message: `${name} runs for ever, so the Job never completes`,
            // The first is the work itself, as far as anybody can tell; somebody must stay.
            fixable: index > 0 && apps.length > 1,
          }))
      }),
  fix: { label: 'Make it a sidecar', change: (path) => setRole(path, 'sidecar') },
}
