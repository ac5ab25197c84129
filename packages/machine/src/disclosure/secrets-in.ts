import { decodeUtf8 } from '../platform/utf8.ts'
import { Secret } from '../secret.ts'

/** The names of secret members in requests to Cognito, its identity pools and its token endpoint. */
const secretName = /pass|code|sess|token|answer|secret|claim|login|data|credential/i

/** The secret texts in the body of a request (JSON, or a form). */
export function secretsInBody(body: unknown): readonly string[] {
  const text = body instanceof Uint8Array ? decodeUtf8(body) : String(body ?? '')
  try {
    return namedTexts(JSON.parse(text))
  } catch {
    return namedTexts(Object.fromEntries(new URLSearchParams(text)))
  }
}

function namedTexts(value: unknown, isNamed = false): readonly string[] {
  if (typeof value === 'string') return isNamed ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, entry]) =>
    namedTexts(entry, isNamed || secretName.test(name)),
  )
}

/** The texts in the {@link Secret}s of an actor's input. */
export function secretsInInput(input: unknown, isSecret = false): readonly string[] {
  if (typeof input === 'string') return isSecret ? (secretsInAnswer(input) ?? [input]) : []
  if (typeof input !== 'object' || input === null) return []
  if (input instanceof Secret) return secretsInInput(input.reveal(), true)
  return Object.values(input).flatMap((entry) => secretsInInput(entry, isSecret))
}

/** The address of an answer of the hosted UI. */
const answer = /^\w+:\/\/\S*[?#&](?:code|error|id_token|access_token)=/

/** The secret parameters of such an address. An error and its description are not secret. */
function secretsInAnswer(address: string): readonly string[] | undefined {
  if (!answer.test(address)) return undefined
  const parameters = address.split(/[?#&]/).slice(1).join('&')
  return [...new URLSearchParams(parameters)]
    .filter(([name]) => !name.startsWith('error'))
    .map(([, value]) => value)
}
