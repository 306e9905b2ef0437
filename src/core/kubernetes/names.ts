/*
 * Checks for single fields while typing. Each takes the text of a filled field and gives null where the server
 * would take it, else what the server would say, in its own words (without "Invalid value: …"). Several complaints
 * are joined by '; '. Words and limits: k8s.io/apimachinery/pkg/util/validation and pkg/apis/core/validation, v1.36.
 */

/** A check of one field: the text typed → the server's complaint, or null. */
export type Check = (text: string) => string | null

/** Takes what a field holds; gives 'Required value' where it is empty, else what the check says (null: none). */
export function requiredOr(text: string, check: Check | null): string | null {
  if (text === '') return 'Required value'
  return check === null ? null : check(text)
}

/** Takes a check and a text; gives each thing the check says of it, for where the server says them one by one. */
export function saidOf(check: Check, text: string): readonly string[] {
  return check(text)?.split('; ') ?? []
}

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?'
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`
const DNS1035 = '[a-z]([-a-z0-9]*[a-z0-9])?'
const QUALIFIED = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]'
const LABEL_VALUE = `(${QUALIFIED})?`
const CONFIG_KEY = '[-._a-zA-Z0-9]+'

function whole(pattern: string): RegExp {
  return new RegExp(`^${pattern}$`)
}

const IS_LABEL = whole(LABEL)
const IS_SUBDOMAIN = whole(SUBDOMAIN)
const IS_DNS1035 = whole(DNS1035)
const IS_QUALIFIED = whole(QUALIFIED)
const IS_LABEL_VALUE = whole(LABEL_VALUE)
const IS_CONFIG_KEY = whole(CONFIG_KEY)

/** The server counts bytes, as Go does: a letter has at most three of them. */
function exceeds(text: string, most: number): boolean {
  if (text.length * 3 <= most) return false
  return text.length > most || new TextEncoder().encode(text).length > most
}

function said(complaints: readonly (string | false)[]): string | null {
  const texts = complaints.filter((complaint) => complaint !== false)
  return texts.length === 0 ? null : texts.join('; ')
}

function examples(pattern: string, ...words: readonly string[]): string {
  return `(e.g. ${words.map((word) => `'${word}', `).join(' or ')}regex used for validation is '${pattern}')`
}

const QUALIFIED_SAID =
  "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character " +
  examples(QUALIFIED, 'MyName', 'my.name', '123-abc')

/** A container, volume, Service or namespace name (RFC 1123 label). */
export function dns1123Label(text: string): string | null {
  return said([
    exceeds(text, 63) && 'must be no more than 63 characters',
    !IS_LABEL.test(text) &&
      (IS_SUBDOMAIN.test(text)
        ? 'must not contain dots'
        : "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and " +
          `end with an alphanumeric character ${examples(LABEL, 'my-name', '123-abc')}`),
  ])
}

/** The name of most objects: Deployments, ConfigMaps, Secrets, claims (RFC 1123 subdomain). */
export function dns1123Subdomain(text: string): string | null {
  return said([
    exceeds(text, 253) && 'must be no more than 253 characters',
    !IS_SUBDOMAIN.test(text) &&
      "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start " +
        `and end with an alphanumeric character ${examples(SUBDOMAIN, 'example.com')}`,
  ])
}

/** A host of an Ingress with a wildcard: `*.example.com`. */
export function wildcardSubdomain(text: string): string | null {
  return said([
    exceeds(text, 253) && 'must be no more than 253 characters',
    !(text.startsWith('*.') && IS_SUBDOMAIN.test(text.slice(2))) &&
      "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist of lower " +
        `case alphanumeric characters, '-' or '.' and end with an alphanumeric character ${examples(String.raw`\*\.${SUBDOMAIN}`, '*.example.com')}`,
  ])
}

/** A name that can stand in a path of the API: what is asked of every object, and all that is asked of some. */
export function pathSegment(text: string): string | null {
  if (text === '.' || text === '..') return `may not be '${text}'`
  return said(['/', '%'].map((letter) => text.includes(letter) && `may not contain '${letter}'`))
}

/** An RFC 1035 label: what Service names were held to before Kubernetes 1.36. */
export function dns1035Label(text: string): string | null {
  return said([
    exceeds(text, 63) && 'must be no more than 63 characters',
    !IS_DNS1035.test(text) &&
      "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic " +
        `character, and end with an alphanumeric character ${examples(DNS1035, 'my-name', 'abc-123')}`,
  ])
}

/** The name of a container port, and so of a Service's targetPort by name (IANA service name). */
export function portName(text: string): string | null {
  return said([
    exceeds(text, 15) && 'must be no more than 15 characters',
    !/^[-a-z0-9]+$/.test(text) && 'must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)',
    !/[a-z]/.test(text) && 'must contain at least one letter (a-z)',
    text.includes('--') && 'must not contain consecutive hyphens',
    (text.startsWith('-') || text.endsWith('-')) && 'must not begin or end with a hyphen',
  ])
}

/** The name of an environment variable; since 1.32 anything printable but '=' (shells can't read all of that). */
export function envName(text: string): string | null {
  if (text === '') return 'environment variable name must be non-empty'
  if (/^[ -<>-~]+$/.test(text)) return null
  return "a valid environment variable name must consist only of printable ASCII characters other than '='"
}

/** A label's or annotation's key: a name, with a DNS subdomain and '/' before it if wanted. */
export function labelKey(text: string): string | null {
  const parts = text.split('/')
  if (parts.length > 2) {
    return `a valid label key ${QUALIFIED_SAID} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`
  }
  const name = parts.at(-1) ?? ''
  const prefix = parts.length === 2 ? (parts[0] ?? '') : null
  const prefixSaid = prefix === null ? null : prefix === '' ? 'must be non-empty' : dns1123Subdomain(prefix)
  return said([
    prefixSaid !== null && `prefix part ${prefixSaid.replaceAll('; ', '; prefix part ')}`,
    name === '' && 'name part must be non-empty',
    exceeds(name, 63) && 'name part must be no more than 63 bytes',
    !IS_QUALIFIED.test(name) && `name part ${QUALIFIED_SAID}`,
  ])
}

/** A label's value. */
export function labelValue(text: string): string | null {
  return said([
    exceeds(text, 63) && 'must be no more than 63 bytes',
    !IS_LABEL_VALUE.test(text) &&
      "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and " +
        `end with an alphanumeric character ${examples(LABEL_VALUE, 'MyValue', 'my_value', '12345')}`,
  ])
}

/** A key of a ConfigMap or Secret. */
export function configKey(text: string): string | null {
  const dots =
    text === '.'
      ? "must not be '.'"
      : text === '..'
        ? "must not be '..'"
        : text.startsWith('..') && "must not start with '..'"
  return said([
    exceeds(text, 253) && 'must be no more than 253 characters',
    !IS_CONFIG_KEY.test(text) &&
      "a valid config key must consist of alphanumeric characters, '-', '_' or '.' " +
        examples(CONFIG_KEY, 'key.name', 'KEY_NAME', 'key-name'),
    dots,
  ])
}

/** Takes a name wanted and those in use; gives the first not in use: `nginx`, `nginx-2`, `nginx-3`, … */
export function freshName(base: string, taken: Iterable<string>): string {
  const used = new Set(taken)
  let name = base
  for (let number = 2; used.has(name); number++)
    name = `${base.slice(0, 62 - String(number).length)}-${number}`
  return name
}
