import { imageRow } from '../images/imageRow'
import type { ImageRow } from '../images/imageRow'
import { filebeat } from './filebeat'
import { fluentBit } from './fluentBit'
import { fluentd, promtail, vector } from './otherShippers'

/** Log shippers: they follow files and send each line on. */
export const SHIPPER_IMAGES: readonly ImageRow[] = [
  imageRow({
    id: 'filebeat',
    images: ['docker.elastic.co/beats/filebeat', 'elastic/filebeat', 'docker.elastic.co/beats/filebeat-oss'],
    about:
      'Follows the log files that its filebeat.yml names and sends their lines to Elasticsearch or another output.',
    source: 'https://www.elastic.co/guide/en/beats/filebeat/current/running-on-docker.html',
    userland: 'bash',
    adds: ['curl'],
    executables: ['filebeat'],
    cmd: ['filebeat', '-environment', 'container'],
    isPassedThrough: true,
    program: filebeat,
    uid: 1000,
    gid: 0,
    user: 'filebeat:x:1000:0::/usr/share/filebeat:/bin/sh',
    workingDirectory: '/usr/share/filebeat',
    fill: (root) => {
      root.put(
        '/usr/share/filebeat/filebeat.yml',
        'filebeat.config:\n  modules:\n    path: ${path.config}/modules.d/*.yml\noutput.elasticsearch:\n  hosts: "${ELASTICSEARCH_HOSTS:elasticsearch:9200}"\n',
        0o640,
        0,
        0,
      )
      root.putDirectory('/usr/share/filebeat/data', { mode: 0o775, uid: 0, gid: 0 })
    },
  }),
  imageRow({
    id: 'fluent-bit',
    images: ['fluent/fluent-bit', 'cr.fluentbit.io/fluent/fluent-bit'],
    about:
      'Follows the log files of its tail inputs and sends their lines to its outputs. Its image has no shell.',
    source: 'https://docs.fluentbit.io/manual/installation/docker',
    executables: ['fluent-bit'],
    entrypoint: ['/fluent-bit/bin/fluent-bit'],
    cmd: ['-c', '/fluent-bit/etc/fluent-bit.conf'],
    program: fluentBit,
    fill: (root) => {
      root.put(
        '/fluent-bit/etc/fluent-bit.conf',
        '[SERVICE]\n    Flush 1\n[INPUT]\n    Name cpu\n    Tag  cpu.local\n[OUTPUT]\n    Name  stdout\n    Match *\n',
      )
    },
  }),
  imageRow({
    id: 'fluentd',
    images: ['fluent/fluentd', 'fluent/fluentd-kubernetes-daemonset'],
    about: 'Follows the log files of its sources and sends their lines to its outputs.',
    source: 'https://docs.fluentd.org/container-deployment/install-by-docker',
    userland: 'debian',
    executables: ['fluentd'],
    cmd: ['fluentd'],
    isPassedThrough: true,
    program: fluentd,
    uid: 999,
  }),
  imageRow({
    id: 'promtail',
    images: ['grafana/promtail'],
    about: 'Follows log files and sends their lines to Loki.',
    source: 'https://grafana.com/docs/loki/latest/send-data/promtail/',
    userland: 'debian',
    executables: ['promtail'],
    entrypoint: ['/usr/bin/promtail'],
    cmd: ['-config.file=/etc/promtail/config.yml'],
    program: promtail,
    fill: (root) => {
      root.put(
        '/etc/promtail/config.yml',
        'server:\n  http_listen_port: 9080\nclients:\n  - url: http://loki:3100/loki/api/v1/push\nscrape_configs:\n  - job_name: system\n    static_configs:\n      - targets: [localhost]\n        labels:\n          job: varlogs\n          __path__: /var/log/*log\n',
      )
    },
  }),
  imageRow({
    id: 'vector',
    images: ['timberio/vector'],
    about: 'Follows log files and sends their lines to its sinks.',
    source: 'https://vector.dev/docs/setup/installation/platforms/docker/',
    userland: 'busybox',
    executables: ['vector'],
    entrypoint: ['/usr/local/bin/vector'],
    program: vector,
    fill: (root) => {
      root.put('/etc/vector/vector.yaml', 'sources: {}\nsinks: {}\n')
    },
  }),
]
