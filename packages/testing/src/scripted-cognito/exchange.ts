/** One request to Cognito and how it ends. */
export type Exchange = {
  /** e.g. `InitiateAuth`; `oauth2/token` for the token endpoint of the hosted UI. */
  readonly operation: string
  /** Left out where the client knows enough without it. */
  readonly isOptional?: true
  /** Uses the operation's default response, for any caller. */
  readonly isUsual?: true
} & Ending

type Ending =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      /** JSON; a text for what is not. */
      readonly body: object | string
    }
  /** The connection is lost. */
  | { readonly kind: 'drop' }
  /** No response arrives. */
  | { readonly kind: 'never' }

const jsonType = 'application/x-amz-json-1.1'

export function responds(operation: string, body: object, status = 200): Exchange {
  return {
    operation,
    kind: 'answer',
    status,
    headers: { 'content-type': operation.includes('/') ? 'application/json' : jsonType },
    body,
  }
}

/** As Cognito rejects: HTTP 400 for all but its own troubles. */
export function rejects(operation: string, type: string, message: string): Exchange {
  return {
    operation,
    kind: 'answer',
    status: type === 'InternalErrorException' ? 500 : 400,
    headers: {
      'content-type': jsonType,
      'x-amzn-errortype': `${type}:`,
      'x-amzn-errormessage': message,
    },
    body: { __type: type, message },
  }
}

/** What happens to a request in transit, by the name of the client's error. */
export const inTransit: Readonly<Record<string, (operation: string) => Exchange>> = {
  NetworkError: (operation) => ({ operation, kind: 'drop' }),
  TimeoutError: (operation) => ({ operation, kind: 'never' }),
  NonJsonAnswerError: (operation) => ({
    operation,
    kind: 'answer',
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: '<!doctype html><title>Please log in to this network</title>',
  }),
}
