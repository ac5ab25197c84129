import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Connect, Plugin } from 'vite'

/** The server of the app: a real one has a database, and a role that may change users. */
export function api(): Plugin {
  return {
    name: 'api',
    configureServer: ({ middlewares }) => void middlewares.use('/api', answer),
    configurePreviewServer: ({ middlewares }) => void middlewares.use('/api', answer),
  }
}

/** Called by Vite once a request has come. */
const answer: Connect.NextHandleFunction = (request, response) => {
  handle(request, response).catch(() => send(response, 500, {}))
}

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const input = await readJson(request)
  switch (request.url) {
    case '/invitation':
      if (input.code === 'friend') return send(response, 200, {})
      return send(response, 422, { reason: 'unknownInvitation', field: 'code' })
    case '/terms':
      await setAttribute(request, 'custom:terms', '3')
      return send(response, 200, {})
    case '/organisation':
      if (input.organisation === 'globex') return send(response, 503, {})
      if (input.organisation === 'initech') await pause(60_000)
      await setAttribute(request, 'custom:organisation', String(input.organisation))
      return send(response, 200, {})
    default:
      return send(response, 404, {})
  }
}

/** As the user of the access token, which Cognito checks. */
async function setAttribute(request: IncomingMessage, Name: string, Value: string): Promise<void> {
  const AccessToken = request.headers.authorization?.replace(/^Bearer /, '')
  const { endpoint } = JSON.parse(process.env.AUTH_CONFIG ?? '{}')
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.UpdateUserAttributes',
    },
    body: JSON.stringify({ AccessToken, UserAttributes: [{ Name, Value }] }),
  })
  if (!answer.ok) throw new Error(await answer.text())
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = ''
  for await (const part of request) text += part
  return text === '' ? {} : JSON.parse(text)
}

function send(response: ServerResponse, status: number, body: object): void {
  response.statusCode = status
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(body))
}
