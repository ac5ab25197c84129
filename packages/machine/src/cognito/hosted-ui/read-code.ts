import { Secret } from '../../secret.ts'
import { HostedUiError, InvalidAnswerError } from '../errors.ts'

/**
 * The code in the answer of an authorization request (RFC 6749, 4.1.2; RFC 9207 for `iss`).
 *
 * @throws HostedUiError for an `error`; InvalidAnswerError for an answer to another request.
 */
export function readCode(
  parameters: URLSearchParams,
  state: string | undefined,
  issuer: string,
): Secret {
  const read = (name: string): string | undefined => {
    const [value, ...more] = parameters.getAll(name)
    if (more.length > 0) throw new InvalidAnswerError(`The redirect has "${name}" more than once`)
    return value
  }
  if (![undefined, '', issuer].includes(read('iss'))) {
    throw new InvalidAnswerError('The redirect comes from another issuer')
  }
  if (read('state') !== state) throw new InvalidAnswerError('The redirect has another "state"')
  const error = read('error')
  if (error) throw new HostedUiError(error, read('error_description'))
  if (['response', 'id_token', 'token', 'access_token'].some((name) => read(name) !== undefined)) {
    throw new InvalidAnswerError('The redirect has tokens, where a code was requested')
  }
  const code = read('code')
  if (!code) throw new InvalidAnswerError('The redirect has no code')
  return new Secret(code)
}
