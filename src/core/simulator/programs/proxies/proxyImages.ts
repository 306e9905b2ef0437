import { imageRow } from '../images/imageRow'
import type { ImageRow } from '../images/imageRow'
import { cloudSqlProxy } from './cloudSqlProxy'
import { envoy } from './envoy'
import { haproxy } from './haproxy'
import { istioProxy } from './istioProxy'
import { oauth2Proxy } from './oauth2Proxy'

/** Proxies: what stands between an application and others. */
export const PROXY_IMAGES: readonly ImageRow[] = [
  imageRow({
    id: 'envoy',
    images: ['envoyproxy/envoy', 'envoyproxy/envoy-distroless', 'mirror.gcr.io/envoyproxy/envoy'],
    about: 'Leads what comes to its listeners to the clusters of its configuration.',
    source: 'https://www.envoyproxy.io/docs/envoy/latest/start/docker',
    userland: 'debian',
    executables: ['envoy'],
    cmd: ['envoy', '-c', '/etc/envoy/envoy.yaml'],
    isPassedThrough: true,
    program: envoy,
    fill: (root) => {
      root.put(
        '/etc/envoy/envoy.yaml',
        'admin:\n  address:\n    socket_address: {address: 0.0.0.0, port_value: 9901}\nstatic_resources: {}\n',
      )
    },
  }),
  imageRow({
    id: 'haproxy',
    images: ['haproxy', 'haproxytech/haproxy-alpine'],
    about: 'Leads what comes to its frontends to the servers of their backends.',
    source: 'https://github.com/docker-library/haproxy',
    userland: 'debian',
    executables: ['haproxy'],
    cmd: ['haproxy', '-f', '/usr/local/etc/haproxy/haproxy.cfg'],
    isPassedThrough: true,
    program: haproxy,
    uid: 99,
    gid: 99,
    user: 'haproxy:x:99:99::/var/lib/haproxy:/sbin/nologin',
    workingDirectory: '/var/lib/haproxy',
  }),
  imageRow({
    id: 'oauth2-proxy',
    images: ['quay.io/oauth2-proxy/oauth2-proxy', 'bitnami/oauth2-proxy'],
    about: 'Lets only those through to the application who have signed in.',
    source: 'https://oauth2-proxy.github.io/oauth2-proxy/',
    executables: ['oauth2-proxy'],
    entrypoint: ['/bin/oauth2-proxy'],
    program: oauth2Proxy,
    uid: 65_532,
    gid: 65_532,
  }),
  imageRow({
    id: 'cloud-sql-proxy',
    images: ['gcr.io/cloud-sql-connectors/cloud-sql-proxy', 'gcr.io/cloudsql-docker/gce-proxy'],
    about: 'Brings a database of Google Cloud to localhost, five seconds after its start.',
    source: 'https://github.com/GoogleCloudPlatform/cloud-sql-proxy',
    executables: ['cloud-sql-proxy', 'cloud_sql_proxy'],
    entrypoint: ['/cloud-sql-proxy'],
    program: cloudSqlProxy,
    uid: 65_532,
    gid: 65_532,
  }),
  imageRow({
    id: 'istio-proxy',
    images: ['istio/proxyv2', 'gcr.io/istio-release/proxyv2'],
    about: 'The proxy of a service mesh: all traffic of the pod passes it.',
    source: 'https://istio.io/latest/docs/ops/deployment/architecture/',
    userland: 'debian',
    adds: ['curl'],
    executables: ['pilot-agent'],
    entrypoint: ['/usr/local/bin/pilot-agent'],
    program: istioProxy,
    fill: (root) => {
      root.putDirectory('/etc/istio/proxy', { mode: 0o777, uid: 0, gid: 0 })
    },
  }),
]
