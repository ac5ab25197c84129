import { checkValue } from './check-value.ts'
import { declaredErrors } from './declarations.ts'
import { errorShape, operationShapes, type Shape } from './shapes.ts'

/** One request of an operation and its response, as they were on the wire. */
export interface Exchange {
  readonly operation: string
  readonly request: string
  readonly status: number
  readonly headers: Headers
  readonly response: string
}

/** Rejections of AWS's front end, before the operation is known or its input is read. */
const unread = [
  'MissingAuthenticationTokenException',
  'SerializationException',
  'UnknownOperationException',
]
/** What the front end answers for any operation, declared or not: constraints, WAF, throttling. */
const general = [
  ...unread,
  'ForbiddenException',
  'InternalErrorException',
  'InvalidParameterException',
  'TooManyRequestsException',
]

/** What is wrong with an exchange by AWS's own service model, one readable line each. */
export function problemsOf(exchange: Exchange): string[] {
  const shapes = operationShapes(exchange.operation)
  const answer = parse(exchange.response)
  const problems =
    exchange.status === 200
      ? checkSuccess(shapes, exchange, answer)
      : [...checkError(exchange, answer), ...checkRejected(shapes, exchange, answer)]
  return problems.map((problem) => `${exchange.operation} ${problem}`)
}

type Shapes = ReturnType<typeof operationShapes>

function checkSuccess(shapes: Shapes, { request, response }: Exchange, answer: unknown) {
  if (!shapes) return ['is no operation, but was answered']
  const isUnit = shapes.output.kind === 'structure' && shapes.output.name === 'Unit'
  return [
    ...checkRequest(shapes.input, request),
    ...(isUnit && response === ''
      ? []
      : checkValue(shapes.output, answer, 'response', { allowNull: false })),
  ]
}

const checkRequest = (input: Shape, request: string): string[] =>
  checkValue(input, parse(request === '' ? '{}' : request), 'request', { allowNull: true })

/** An invalid request is right only where the answer is that it is invalid. */
function checkRejected(shapes: Shapes, { request }: Exchange, answer: unknown): string[] {
  const type = typeOfError(answer) ?? ''
  if (!shapes || [...unread, 'InvalidParameterException'].includes(type)) return []
  return checkRequest(shapes.input, request)
}

function checkError({ operation, status, headers }: Exchange, answer: unknown): string[] {
  const type = typeOfError(answer)
  if (type === undefined) return [`response: status ${status} without a __type`]
  const shape = errorShape(type)
  const { __type, ...members } = Object(answer) as Record<string, unknown>
  const isServerFault = type === 'InternalErrorException'
  return [
    ...(general.includes(type) || declaredErrors(operation).includes(type)
      ? []
      : [`response.__type: ${type} is not declared for this operation`]),
    // The model has 403, 404 and 429 for some; the wire has 400 for all but the service's own faults.
    ...(status >= 500 === isServerFault && (status >= 500 || status === 400)
      ? []
      : [`response: ${type} came with status ${status}`]),
    ...(headers.get('x-amzn-errortype') === `${type}:`
      ? []
      : [`response: x-amzn-errortype is '${headers.get('x-amzn-errortype')}' for ${type}`]),
    ...(shape ? checkValue(shape, members, 'response', { allowNull: false }) : []),
  ]
}

function typeOfError(answer: unknown): string | undefined {
  const type: unknown = Object(answer).__type
  return typeof type === 'string' ? type : undefined
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
