/** What is known of an image's own settings, where the manifest does not change them. */
export interface KnownImage {
  /** The repository, without registry for those of Docker Hub: `nginx`, `grafana/grafana`. */
  readonly repository: string
  /** The TCP ports that its program opens with its own configuration. */
  readonly listens: readonly number[]
  /** The user that the image says: a uid, or a name, which the kubelet can't tell to be other than root. */
  readonly user: number | string
  /** Directories of the image itself (its volumes left out) that its program writes to; `/var/run` is `/run` there. */
  readonly writes: readonly string[]
  /** Directories that the image fills with what its program serves or needs. */
  readonly content: readonly string[]
  /** Where its configuration is: a mount there or below may change all of the above. */
  readonly config: readonly string[]
  /** What it does without a command: serve for ever, give a prompt and end where nobody types, or need arguments. */
  readonly runs: 'for ever' | 'a prompt' | 'with arguments'
  /** The Dockerfile or the page that says so. */
  readonly source: string
}

const OFFICIAL = 'https://github.com/docker-library'

function prompt(repository: string, source: string): KnownImage {
  return { repository, listens: [], user: 0, writes: [], content: [], config: [], runs: 'a prompt', source }
}

/** Images of which the settings are known for sure, for all tags in use. Only what their makers write down. */
export const KNOWN_IMAGES: readonly KnownImage[] = [
  {
    repository: 'nginx',
    listens: [80],
    user: 0,
    writes: ['/var/cache/nginx', '/run'],
    content: ['/usr/share/nginx/html', '/etc/nginx', '/etc/nginx/conf.d'],
    config: ['/etc/nginx'],
    runs: 'for ever',
    source: 'https://github.com/nginx/docker-nginx',
  },
  {
    repository: 'nginxinc/nginx-unprivileged',
    listens: [8080],
    user: 101,
    writes: ['/tmp'],
    content: ['/usr/share/nginx/html', '/etc/nginx', '/etc/nginx/conf.d'],
    config: ['/etc/nginx'],
    runs: 'for ever',
    source: 'https://github.com/nginx/docker-nginx-unprivileged',
  },
  {
    repository: 'httpd',
    listens: [80],
    user: 0,
    writes: ['/usr/local/apache2/logs'],
    content: ['/usr/local/apache2', '/usr/local/apache2/htdocs', '/usr/local/apache2/conf'],
    config: ['/usr/local/apache2/conf'],
    runs: 'for ever',
    source: `${OFFICIAL}/httpd`,
  },
  {
    repository: 'redis',
    listens: [6379],
    user: 0,
    writes: [],
    content: [],
    config: ['/usr/local/etc/redis'],
    runs: 'for ever',
    source: `${OFFICIAL}/redis`,
  },
  {
    repository: 'postgres',
    listens: [5432],
    user: 0,
    writes: ['/run/postgresql'],
    content: [],
    config: [],
    runs: 'for ever',
    source: `${OFFICIAL}/postgres`,
  },
  {
    repository: 'mysql',
    listens: [3306, 33_060],
    user: 0,
    writes: ['/run/mysqld', '/tmp'],
    content: [],
    config: ['/etc/my.cnf', '/etc/mysql'],
    runs: 'for ever',
    source: `${OFFICIAL}/mysql`,
  },
  {
    repository: 'mariadb',
    listens: [3306],
    user: 0,
    writes: ['/run/mysqld', '/tmp'],
    content: [],
    config: ['/etc/mysql'],
    runs: 'for ever',
    source: 'https://github.com/MariaDB/mariadb-docker',
  },
  {
    repository: 'mongo',
    listens: [27_017],
    user: 0,
    writes: ['/tmp'],
    content: [],
    config: ['/etc/mongod.conf'],
    runs: 'for ever',
    source: `${OFFICIAL}/mongo`,
  },
  {
    repository: 'memcached',
    listens: [11_211],
    user: 'memcache',
    writes: [],
    content: [],
    config: [],
    runs: 'for ever',
    source: `${OFFICIAL}/memcached`,
  },
  {
    repository: 'wordpress',
    listens: [80],
    user: 0,
    writes: ['/run/apache2', '/tmp'],
    content: [],
    config: ['/etc/apache2'],
    runs: 'for ever',
    source: `${OFFICIAL}/wordpress`,
  },
  {
    repository: 'tomcat',
    listens: [8080],
    user: 0,
    writes: ['/usr/local/tomcat/logs', '/usr/local/tomcat/temp', '/usr/local/tomcat/work'],
    content: ['/usr/local/tomcat'],
    config: ['/usr/local/tomcat/conf'],
    runs: 'for ever',
    source: `${OFFICIAL}/tomcat`,
  },
  {
    repository: 'caddy',
    listens: [80],
    user: 0,
    writes: [],
    content: ['/usr/share/caddy'],
    config: ['/etc/caddy'],
    runs: 'for ever',
    source: 'https://github.com/caddyserver/caddy-docker',
  },
  {
    repository: 'registry',
    listens: [5000],
    user: 0,
    writes: [],
    content: [],
    config: ['/etc/docker/registry', '/etc/distribution'],
    runs: 'for ever',
    source: 'https://github.com/distribution/distribution-library-image',
  },
  {
    repository: 'grafana/grafana',
    listens: [3000],
    user: 472,
    writes: ['/var/lib/grafana'],
    content: ['/usr/share/grafana'],
    config: ['/etc/grafana'],
    runs: 'for ever',
    source: 'https://github.com/grafana/grafana/blob/main/Dockerfile',
  },
  {
    repository: 'prom/prometheus',
    listens: [9090],
    user: 'nobody',
    writes: [],
    content: [],
    config: ['/etc/prometheus'],
    runs: 'for ever',
    source: 'https://github.com/prometheus/prometheus/blob/main/Dockerfile',
  },
  {
    repository: 'jenkins/jenkins',
    listens: [8080, 50_000],
    user: 'jenkins',
    writes: ['/tmp'],
    content: ['/usr/share/jenkins'],
    config: [],
    runs: 'for ever',
    source: 'https://github.com/jenkinsci/docker',
  },
  {
    repository: 'traefik/whoami',
    listens: [80],
    user: 0,
    writes: [],
    content: [],
    config: [],
    runs: 'for ever',
    source: 'https://github.com/traefik/whoami',
  },
  {
    repository: 'registry.k8s.io/pause',
    listens: [],
    user: 65_535,
    writes: [],
    content: [],
    config: [],
    runs: 'for ever',
    source: 'https://github.com/kubernetes/kubernetes/tree/master/build/pause',
  },
  {
    repository: 'registry.k8s.io/git-sync/git-sync',
    listens: [],
    user: 65_533,
    writes: [],
    content: [],
    config: [],
    runs: 'with arguments',
    source: 'https://github.com/kubernetes/git-sync/blob/master/Dockerfile.in',
  },
  prompt('busybox', `${OFFICIAL}/busybox`),
  prompt('alpine', 'https://github.com/alpinelinux/docker-alpine'),
  prompt('debian', 'https://github.com/debuerreotype/docker-debian-artifacts'),
  prompt('ubuntu', 'https://git.launchpad.net/cloud-images/+oci/ubuntu-base'),
  prompt('python', `${OFFICIAL}/python`),
  prompt('node', 'https://github.com/nodejs/docker-node'),
]

const BY_REPOSITORY: ReadonlyMap<string, KnownImage> = new Map(
  KNOWN_IMAGES.map((row) => [row.repository, row]),
)

/** Takes an image reference; gives its repository as KNOWN_IMAGES writes it: Docker Hub's own name and `library` left out. */
export function repositoryOf(image: string): string {
  const [named = ''] = image.trim().split('@')
  const slash = named.lastIndexOf('/')
  const colon = named.indexOf(':', slash + 1)
  const repository = colon < 0 ? named : named.slice(0, colon)
  return repository.replace(/^(?:index\.)?docker\.io\//, '').replace(/^library\//, '')
}

/** Takes an image reference; gives its tag and digest, '' where there is none. */
export function tagAndDigestOf(image: string): { readonly tag: string; readonly digest: string } {
  const [named = '', digest = ''] = image.trim().split('@')
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1)
  return { tag: colon < 0 ? '' : named.slice(colon + 1), digest }
}

/** Takes an image reference; gives what is known of that image, or null. */
export function knownImage(image: string): KnownImage | null {
  return BY_REPOSITORY.get(repositoryOf(image)) ?? null
}
