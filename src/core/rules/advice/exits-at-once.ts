import { knownImage } from '../../kubernetes/knownImages'
import { field } from '../../kubernetes/shape'
import type { Advice } from './advice'
import { podText } from './design/examples'
import { lastingOf } from './design/pod'

/** An image that gives a prompt, with nobody to type. */
export const exitsAtOnce: Advice = {
  id: 'exits-at-once',
  level: 'warning',
  title: 'Container that ends at once',
  why: 'Without a command this image starts a prompt, and ends as there is nobody to type. The container is restarted again and again: CrashLoopBackOff.',
  mend: 'Give it a command that goes on, such as sleep infinity, or an image that serves.',
  docs: 'https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/',
  bad: podText(`
containers:
- name: shell
  image: busybox:1.37
`),
  good: podText(`
containers:
- name: shell
  image: busybox:1.37
  command: [sleep, infinity]
`),
  check: ({ pods }) =>
    pods
      .filter(({ isToEnd }) => !isToEnd)
      .flatMap((pod) =>
        lastingOf(pod)
          .filter(
            ({ command, args, image, value }) =>
              command.length === 0 &&
              args.length === 0 &&
              field(value, 'stdin') !== true &&
              field(value, 'tty') !== true &&
              knownImage(image)?.runs === 'a prompt',
          )
          .map(({ path, name, image }) => ({
            path,
            message: `${name} ends at once: ${image} has nothing to run without a command`,
          })),
      ),
}
