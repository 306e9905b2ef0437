/** What nginx's mime.types has for the files that people serve. */
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  htm: 'text/html',
  css: 'text/css',
  xml: 'text/xml',
  gif: 'image/gif',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  ico: 'image/x-icon',
  js: 'application/javascript',
  json: 'application/json',
  txt: 'text/plain',
  pdf: 'application/pdf',
}

/** Takes a path; gives the Content-Type by its ending, nginx's default_type for others. */
export function mediaTypeOf(path: string): string {
  return TYPES[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream'
}
