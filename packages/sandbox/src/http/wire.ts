import { type Engine, operationContext } from '../engine.ts'
import { CognitoError } from '../errors.ts'
import {
  publicIdentityOperations,
  signedIdentityOperations,
} from '../identity-pool/operations/index.ts'
import type { Operation } from '../operation.ts'
import { publicOperations, signedOperations } from '../operations/index.ts'
import { randomUuid } from '../random.ts'
import type { Fault } from './faults.ts'
import { headerText } from './header-text.ts'
import { requireThisMachine } from './own-origin.ts'

/** Thrown to close the connection without a response. */
export class ConnectionDropped extends Error {}

interface Service {
  readonly open: Operations
  readonly signed: Operations
}

type Operations = Readonly<Partial<Record<string, Operation>>>

/** By the first part of X-Amz-Target. */
const services: ReadonlyMap<string, Service> = new Map([
  ['AWSCognitoIdentityProviderService', { open: publicOperations, signed: signedOperations }],
  [
    'AWSCognitoIdentityService',
    { open: publicIdentityOperations, signed: signedIdentityOperations },
  ],
])

const contentType = 'application/x-amz-json-1.1'

/** Handles one request of the AWS JSON 1.1 protocol. */
export async function handleRequest(engine: Engine, request: Request): Promise<Response> {
  const [service, name] = readTarget(request.headers.get('x-amz-target'))
  if (own(service?.signed, name)) requireThisMachine(request)
  const fault = name === undefined ? undefined : engine.faults.take(name)
  const headers = { 'content-type': contentType, 'x-amzn-requestid': randomUuid(engine.random) }
  const faulty = fault && (await applyFault(fault, headers))
  if (faulty) return faulty
  try {
    const operation = findOperation(service, name, request)
    const body = parseBody(await request.text())
    const response = await operation(operationContext(engine), body)
    return new Response(JSON.stringify(response), { headers })
  } catch (error) {
    if (error instanceof CognitoError) return errorResponse(error.type, error.message, 400, headers)
    return errorResponse('InternalErrorException', String(error), 500, headers)
  }
}

function readTarget(target: string | null): [Service?, string?] {
  const [prefix = '', name] = (target ?? '').split('.')
  const service = services.get(prefix)
  return service && name ? [service, name] : []
}

function findOperation(
  service: Service | undefined,
  name: string | undefined,
  request: Request,
): Operation {
  const open = own(service?.open, name)
  if (open) return open
  const signed = own(service?.signed, name)
  if (!signed) throw new CognitoError('UnknownOperationException', 'Unknown operation.')
  if (!request.headers.has('authorization')) {
    throw new CognitoError('MissingAuthenticationTokenException', 'Missing Authentication Token')
  }
  return signed
}

const own = (operations: Operations = {}, name: string | undefined) =>
  name !== undefined && Object.hasOwn(operations, name) ? operations[name] : undefined

function parseBody(text: string): unknown {
  if (text === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    throw new CognitoError('SerializationException', 'The request body is not valid JSON.')
  }
}

const errorResponse = (
  type: string,
  message: string | undefined,
  status: number,
  headers: Readonly<Record<string, string>>,
): Response =>
  new Response(JSON.stringify({ __type: type, message }), {
    status,
    headers: {
      ...headers,
      'x-amzn-errortype': `${headerText(type)}:`,
      ...(message && { 'x-amzn-errormessage': headerText(message) }),
    },
  })

/** The response of a fault; undefined if it only delays the request. */
export async function applyFault(
  { latencyMs = 0, drop, status, type, message, body, headers: replacing }: Fault,
  usual: Readonly<Record<string, string>>,
  toError = errorResponse,
): Promise<Response | undefined> {
  const headers = { ...usual, ...Object.fromEntries(new Headers(replacing)) }
  await new Promise((resolve) => setTimeout(resolve, latencyMs))
  if (drop) throw new ConnectionDropped('The connection was dropped by a fault.')
  if (body !== undefined) return rawResponse(body, status ?? 200, headers)
  if (type !== undefined) return toError(type, message, status ?? 400, headers)
  return status === undefined ? undefined : rawResponse('', status, headers)
}

function rawResponse(
  body: unknown,
  status: number,
  headers: Readonly<Record<string, string>>,
): Response {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const isHtml = text.trimStart().startsWith('<')
  return new Response([204, 205, 304].includes(status) ? null : text, {
    status,
    headers: isHtml ? { ...headers, 'content-type': 'text/html' } : headers,
  })
}
