import { WORKLOAD_KINDS } from '../kubernetes/workloadKinds'
import { valueAt } from '../kubernetes/path'
import { admissionFault, lateAdmissionFault } from './admission'
import { podSecurityWarnings } from './podSecurity/podSecurity'
import { isOfType } from './typed'
import { isArray, isObject, type Json, type JsonObject } from '../kubernetes/json'
import { typeOfDocument } from '../kubernetes/schema/schema'
import { field, itemsOf, textOf, wordOf } from '../kubernetes/shape'
import { decode, type DecodeFault } from './decode/decode'
import { admitted } from './defaults/withDefaults'
import { FieldPath } from './fieldPath'
import { quoted } from './goText'
import { inHubVersion } from './hubVersion'
import { speakOf } from './kinds'
import { Report, type FieldError } from './report'
import { isServed, mayBeServed } from './servedKinds'
import type { Verdict } from './verdict'

const NOTHING = {
  causes: [],
  warnings: [],
  podSecurity: { baseline: [], restricted: [] },
  diagnostics: [],
} as const

/** How the server calls what it answers with. */
const REASONS = { 0: 'NotFound', 400: 'BadRequest', 403: 'Forbidden', 404: 'NotFound' } as const

const ACCEPTED: Verdict = { ...NOTHING, accepted: true, status: 201, message: '' }

/**
 * Takes a document and its index in the text; gives what an API server of Kubernetes 1.36 would answer to it. Kinds that
 * are not known field by field are taken. Never throws, whatever the document is.
 */
export function judge(document: Json, index = 0): Verdict {
  if (document === null) return ACCEPTED
  if (!isObject(document)) return notAnObject(document, index)
  const kind = wordOf(field(document, 'kind'))
  const apiVersion = wordOf(field(document, 'apiVersion'))
  if (kind === 'List' && apiVersion === 'v1') return judgeList(document, index)
  if (apiVersion === '') return notMapped("Object 'apiVersion' is missing", [], index)
  if (kind === '') return notMapped("Object 'Kind' is missing", [], index)
  if (!isServed(apiVersion, kind)) {
    if (mayBeServed(apiVersion)) return ACCEPTED
    return notMapped(
      `no matches for kind ${quoted(kind)} in version ${quoted(apiVersion)}`,
      ['apiVersion'],
      index,
    )
  }
  const hub = inHubVersion(document)
  return typeOfDocument(hub) === null ? ACCEPTED : judgeObject(hub, kind, apiVersion, index)
}

function judgeObject(document: JsonObject, kind: string, apiVersion: string, index: number): Verdict {
  const decoded = decode(document, kind)
  if ('object' in decoded) return judgeRead(decoded.object, document, kind, apiVersion, index)
  const { faults, rest } = decoded
  const verdict = unread(kind, apiVersion, faults, rest !== null, index)
  if (rest === null) return verdict
  // The server answers with this alone. Whoever mends it wants to know what comes next.
  const { diagnostics } = judgeRead(rest, document, kind, apiVersion, index)
  return { ...verdict, diagnostics: [...verdict.diagnostics, ...diagnostics] }
}

/** What is said of an object that could be read. */
function judgeRead(
  read: JsonObject,
  document: JsonObject,
  kind: string,
  apiVersion: string,
  index: number,
): Verdict {
  const fault = admissionFault(read)
  if (fault !== null) return refused(fault.status, fault.message, [fault], index)
  const object = admitted(read)
  const root = FieldPath.root(index)
  const report = new Report()
  speakOf(kind, object, root, report)
  if (report.errors.length > 0) return invalid(document, kind, apiVersion, report.errors)
  const lateFault = lateAdmissionFault(read)
  if (lateFault !== null) return refused(lateFault.status, lateFault.message, [lateFault], index)
  return {
    ...ACCEPTED,
    warnings: report.warnings.map(({ message }) => message),
    podSecurity: podSecurityOf(object, kind),
    diagnostics: report.warnings.map(({ field: at, message }) => ({
      path: at.path,
      level: 'warning',
      id: 'server-warning',
      reason: 'Warning',
      message,
      source: 'api-server',
    })),
  }
}

/** What pod security admission warns of at each level, where the object makes pods. */
function podSecurityOf(object: JsonObject, kind: string): Verdict['podSecurity'] {
  const workload = WORKLOAD_KINDS.find((row) => row.kind === kind)
  if (workload === undefined) return NOTHING.podSecurity
  const spec = valueAt([object], [0, ...workload.podSpec])
  const metadata = valueAt([object], [0, ...workload.podMetadata]) ?? {}
  if (!isOfType('PodSpec', spec) || !isOfType('ObjectMeta', metadata)) return NOTHING.podSecurity
  return {
    baseline: podSecurityWarnings('baseline', metadata, spec),
    restricted: podSecurityWarnings('restricted', metadata, spec),
  }
}

/** kubectl sends the items of a List one by one: each has an answer of its own. */
function judgeList(list: JsonObject, index: number): Verdict {
  const verdicts = itemsOf(list['items']).map((item, at) => {
    const verdict = judge(item, index)
    return {
      ...verdict,
      causes: verdict.causes.map((cause) => ({ ...cause, field: `items[${at}].${cause.field}` })),
      diagnostics: verdict.diagnostics.map((said) => ({
        ...said,
        path: [index, 'items', at, ...said.path.slice(1)],
      })),
    }
  })
  const refusal = verdicts.find(({ accepted }) => !accepted)
  return {
    ...(refusal ?? ACCEPTED),
    causes: verdicts.flatMap(({ causes }) => causes),
    warnings: verdicts.flatMap(({ warnings }) => warnings),
    podSecurity: {
      baseline: verdicts.flatMap(({ podSecurity }) => podSecurity.baseline),
      restricted: verdicts.flatMap(({ podSecurity }) => podSecurity.restricted),
    },
    diagnostics: verdicts.flatMap(({ diagnostics }) => diagnostics),
  }
}

/** A document that is no mapping has no kind to find (json.SimpleMetaFactory of apimachinery). */
function notAnObject(document: Exclude<Json, JsonObject | null>, index: number): Verdict {
  const word = isArray(document) ? 'array' : typeof document === 'boolean' ? 'bool' : typeof document
  const wanted = String.raw`struct { APIVersion string "json:\"apiVersion,omitempty\""; Kind string "json:\"kind,omitempty\"" }`
  const message = `couldn't get version/kind; json parse error: json: cannot unmarshal ${word} into Go value of type ${wanted}`
  return refused(400, message, [{ path: [], message }], index)
}

/** The client finds no such kind, so nothing is sent. */
function notMapped(message: string, path: readonly string[], index: number): Verdict {
  return refused(0, message, [{ path, message }], index)
}

/** The server can't read the object: the text of its answer (400), as of `runtime.NewStrictDecodingError` for what is only unknown. */
function unread(
  kind: string,
  apiVersion: string,
  faults: readonly DecodeFault[],
  isStrict: boolean,
  index: number,
): Verdict {
  const version = apiVersion.slice(apiVersion.indexOf('/') + 1)
  const said = isStrict
    ? faults.map((fault) => ({ ...fault, message: `unknown field ${quoted(fault.message)}` }))
    : faults
  const list = said.map(({ message }) => message).join(', ')
  const what = isStrict ? `strict decoding error: ${list}` : list
  const message = `${kind} in version ${quoted(version)} cannot be handled as a ${kind}: ${what}`
  return refused(400, message, said, index)
}

function refused(
  status: 0 | 400 | 403 | 404,
  message: string,
  faults: readonly DecodeFault[],
  index: number,
): Verdict {
  return {
    ...NOTHING,
    accepted: false,
    status,
    message,
    diagnostics: faults.map((fault) => ({
      path: [index, ...fault.path],
      level: 'error',
      id: 'decode',
      reason: REASONS[status],
      message: fault.message,
      source: 'decode',
    })),
  }
}

/** The server reads the object and rejects it (422): `errors.NewInvalid` of apimachinery. */
function invalid(
  document: JsonObject,
  kind: string,
  apiVersion: string,
  errors: readonly FieldError[],
): Verdict {
  const group = apiVersion.includes('/') ? `.${apiVersion.slice(0, apiVersion.indexOf('/'))}` : ''
  const name = textOf(field(field(document, 'metadata'), 'name'))
  const causes = errors.map(({ field: at, reason, message }) => ({ field: String(at), reason, message }))
  const lines = [...new Set(causes.map((cause) => `${cause.field}: ${cause.message}`))]
  const [only = ''] = lines
  const list = lines.length === 1 ? only : `[${lines.join(', ')}]`
  return {
    ...NOTHING,
    accepted: false,
    status: 422,
    message: `${kind}${group} ${quoted(name)} is invalid: ${list}`,
    causes,
    diagnostics: errors.map(({ field: at, reason, message }) => ({
      path: at.path,
      level: 'error',
      id: reason,
      reason,
      message,
      source: 'api-server',
    })),
  }
}
