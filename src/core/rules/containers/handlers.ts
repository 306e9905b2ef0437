import { portName } from '../../kubernetes/names'
import type { HTTPGetAction, IntOrString, LifecycleHandler, Probe } from '../../kubernetes/schema/types-1.36'
import { validateOneOf, validatePortNumber, validateText } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import type { Report } from '../report'

const HEADER_NAME = '[-A-Za-z0-9]+'
const IS_HEADER_NAME = new RegExp(`^${HEADER_NAME}$`)
const HEADER_SAID =
  "a valid HTTP header must consist of alphanumeric characters or '-' (e.g. 'X-Header-Name', regex used for " +
  `validation is '${HEADER_NAME}')`

/** What a probe or a hook may do. */
type Handler = Pick<Probe, 'exec' | 'httpGet' | 'tcpSocket' | 'grpc'> & Pick<LifecycleHandler, 'sleep'>

type Handlers = Required<Handler>

type HandlerRules = {
  readonly [Name in keyof Handlers]: (
    handler: Handlers[Name],
    gracePeriod: number | undefined,
    field: FieldPath,
    report: Report,
  ) => void
}

/** The handlers in the order in which the server looks for them. */
const RULES: HandlerRules = {
  exec: ({ command = [] }, _, field, report) => {
    if (command.length === 0) report.required(field.child('command'))
  },
  httpGet: (action, _, field, report) => validateHttpGet(action, field, report),
  tcpSocket: ({ port = 0 }, _, field, report) => validatePort(port, field.child('port'), report),
  grpc: ({ port = 0 }, _, field, report) => validatePortNumber(port, field.child('port'), report),
  sleep: ({ seconds = 0 }, gracePeriod, field, report) => {
    if (gracePeriod !== undefined && (seconds < 0 || seconds > gracePeriod))
      report.invalid(
        field,
        seconds,
        `must be non-negative and less than terminationGracePeriodSeconds (${gracePeriod})`,
      )
  },
}

const NAMES = ['exec', 'httpGet', 'tcpSocket', 'grpc', 'sleep'] as const

/** Takes a handler, how long the pod may take to stop, and its field; reports what is wrong with it (validateHandler). */
export function validateHandler(
  handler: Handler,
  gracePeriod: number | undefined,
  field: FieldPath,
  report: Report,
): void {
  const [first, ...others] = NAMES.filter((name) => handler[name] !== undefined)
  if (first === undefined) report.required(field, 'must specify a handler type')
  else applyRule(first, handler, gracePeriod, field.child(first), report)
  for (const name of others) report.forbidden(field.child(name), 'may not specify more than 1 handler type')
}

function applyRule<Name extends (typeof NAMES)[number]>(
  name: Name,
  handlers: Pick<Handler, Name>,
  gracePeriod: number | undefined,
  field: FieldPath,
  report: Report,
): void {
  const rule: HandlerRules[Name] = RULES[name]
  const handler = handlers[name]
  if (handler !== undefined) rule(handler, gracePeriod, field, report)
}

function validateHttpGet(action: HTTPGetAction, field: FieldPath, report: Report): void {
  const { path = '', port = 0, scheme = '', httpHeaders = [] } = action
  if (path === '') report.required(field.child('path'))
  validatePort(port, field.child('port'), report)
  validateOneOf(scheme, ['HTTP', 'HTTPS'], field.child('scheme'), report)
  for (const [i, { name = '' }] of httpHeaders.entries())
    if (!IS_HEADER_NAME.test(name))
      report.invalid(field.printedAs('.httpHeaders', 'httpHeaders', i, 'name'), name, HEADER_SAID)
}

/** A port by its number, or by the name a container gives it (ValidatePortNumOrName). */
function validatePort(port: IntOrString, field: FieldPath, report: Report): void {
  if (typeof port === 'number') validatePortNumber(port, field, report)
  else validateText(port, portName, field, report)
}
