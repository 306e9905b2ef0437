import { imageRow } from './imageRow'
import type { ImageRow } from './imageRow'

/** Images that are a shell and its tools. Without a command they give a prompt, and end where nobody types. */
export const SHELL_IMAGES: readonly ImageRow[] = [
  imageRow({
    id: 'busybox',
    images: ['busybox', 'gcr.io/google-containers/busybox'],
    about: 'A small Linux with a shell: runs the command that the manifest gives it.',
    source: 'https://github.com/docker-library/busybox',
    userland: 'busybox',
    adds: ['httpd'],
    executables: [],
    cmd: ['sh'],
  }),
  imageRow({
    id: 'alpine',
    images: ['alpine'],
    about: 'A small Linux distribution: runs the command that the manifest gives it.',
    source: 'https://github.com/alpinelinux/docker-alpine',
    userland: 'busybox',
    executables: [],
    cmd: ['sh'],
  }),
  imageRow({
    id: 'bash',
    images: ['bash'],
    about: 'bash: runs the script that the manifest gives it.',
    source: 'https://github.com/tianon/docker-bash',
    userland: 'bash',
    executables: [],
    cmd: ['bash'],
  }),
  imageRow({
    id: 'debian',
    images: ['debian', 'ubuntu', 'node', 'golang', 'ruby', 'php', 'rockylinux', 'fedora'],
    about: 'A Linux distribution: runs the command that the manifest gives it.',
    source: 'https://github.com/debuerreotype/docker-debian-artifacts',
    userland: 'debian',
    executables: [],
    cmd: ['bash'],
  }),
  imageRow({
    id: 'curl',
    images: ['curlimages/curl', 'badouralix/curl-jq', 'nicolaka/netshoot', 'bitnami/kubectl'],
    about: 'Tools to ask other servers with.',
    source: 'https://github.com/curl/curl-container',
    userland: 'busybox',
    adds: ['curl', 'jq', 'bash'],
    executables: [],
    cmd: ['curl'],
    uid: 101,
    gid: 102,
  }),
]
