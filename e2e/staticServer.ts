import { createServer, type Server } from 'node:http'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
}

/** A host's strictest policy that Monaco can still write its theme under: no eval, no inline script, nobody else. */
const POLICY =
  "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; " +
  "style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"

/**
 * Serves a folder's files below another path and nothing else, each with a strict policy. Gives the address and
 * the way to stop.
 */
export async function serveBelow(
  path: string,
  folder: string,
): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const inside = normalize(pathname.slice(path.length) || '/')
    const file = join(folder, inside.endsWith('/') ? `${inside}index.html` : inside)
    const answer = (status: number, body: string | Buffer): void => {
      const type = status === 200 ? (TYPES[extname(file)] ?? 'application/octet-stream') : 'text/plain'
      response.writeHead(status, { 'content-type': type, 'content-security-policy': POLICY }).end(body)
    }
    if (!pathname.startsWith(path)) answer(404, 'not below the path')
    else
      readFile(file).then(
        (content) => answer(200, content),
        () => answer(404, 'no such file'),
      )
  })
  const port = await listening(server)
  return {
    url: `http://localhost:${port}${path}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
}
