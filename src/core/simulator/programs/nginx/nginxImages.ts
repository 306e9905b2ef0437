import type { FileTree } from '../../filesystem/fileTree'
import { imageRow } from '../images/imageRow'
import type { ImageRow } from '../images/imageRow'
import { nginx } from './nginxProgram'
import { nginxVersionOf } from './version'

/** The page that nginx comes with. */
const INDEX = `<!DOCTYPE html>
<html>
<head>
<title>Welcome to nginx!</title>
</head>
<body>
<h1>Welcome to nginx!</h1>
<p>If you see this page, the nginx web server is successfully installed and
working. Further configuration is required.</p>
</body>
</html>
`

const ERROR_PAGE = `<!DOCTYPE html>
<html>
<head>
<title>Error</title>
</head>
<body>
<h1>An error occurred.</h1>
</body>
</html>
`

/** nginx writes notices to its error log since its image of 1.19. */
function isTalkative(image: string): boolean {
  return Number(nginxVersionOf(image).split('.')[1] ?? 0) >= 19
}

function fill(root: FileTree, image: string, port: number, isUnprivileged: boolean): void {
  const level = isTalkative(image) ? 'notice' : 'warn'
  const pid = isUnprivileged ? '/tmp/nginx.pid' : isTalkative(image) ? '/run/nginx.pid' : '/var/run/nginx.pid'
  const temporary = isUnprivileged ? '    client_body_temp_path /tmp/client_temp;\n' : ''
  root.put(
    '/etc/nginx/nginx.conf',
    `${isUnprivileged ? '' : 'user  nginx;\n'}worker_processes  auto;

error_log  /var/log/nginx/error.log ${level};
pid        ${pid};

events {
    worker_connections  1024;
}

http {
${temporary}    include       /etc/nginx/mime.types;
    default_type  application/octet-stream;
    access_log  /var/log/nginx/access.log  main;
    sendfile        on;
    keepalive_timeout  65;
    include /etc/nginx/conf.d/*.conf;
}
`,
  )
  root.put(
    '/etc/nginx/conf.d/default.conf',
    `server {
    listen       ${port};
    server_name  localhost;

    location / {
        root   /usr/share/nginx/html;
        index  index.html index.htm;
    }

    error_page   500 502 503 504  /50x.html;
    location = /50x.html {
        root   /usr/share/nginx/html;
    }
}
`,
  )
  const owner = isUnprivileged ? 101 : 0
  root.put('/usr/share/nginx/html/index.html', INDEX)
  root.put('/usr/share/nginx/html/50x.html', ERROR_PAGE)
  root.putDirectory('/var/log/nginx', { mode: 0o755, uid: owner, gid: owner })
  root.putLink('/dev/stdout', '/var/log/nginx/access.log')
  root.putLink('/dev/stderr', '/var/log/nginx/error.log')
  root.putDirectory('/var/cache/nginx', { mode: 0o755, uid: owner, gid: owner })
}

const COMMON = {
  userland: 'debian',
  adds: ['curl'],
  executables: ['nginx', 'nginx-debug'],
  cmd: ['nginx', '-g', 'daemon off;'],
  isPassedThrough: true,
  program: nginx,
  user: 'nginx:x:101:101:nginx user:/nonexistent:/bin/false',
} as const

/** nginx in its official images. */
export const NGINX_IMAGES: readonly ImageRow[] = [
  imageRow({
    ...COMMON,
    id: 'nginx',
    images: ['nginx'],
    about: 'A web server: serves the files below /usr/share/nginx/html on port 80.',
    source: 'https://github.com/nginx/docker-nginx',
    fill: (root, image) => {
      fill(root, image, 80, false)
    },
  }),
  imageRow({
    ...COMMON,
    id: 'nginx-unprivileged',
    images: ['nginxinc/nginx-unprivileged', 'nginx/nginx-unprivileged'],
    about: 'nginx as a user that is not root: listens on port 8080.',
    source: 'https://github.com/nginx/docker-nginx-unprivileged',
    uid: 101,
    gid: 101,
    fill: (root, image) => {
      fill(root, image, 8080, true)
    },
  }),
]
