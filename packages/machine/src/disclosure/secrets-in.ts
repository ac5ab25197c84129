import { Secret } from '../secret.ts'

/** The names of what is secret in requests to Cognito, its identity pools and its token endpoint. */
const secretName = /pass|code|sess|token|answer|secret|claim|login|data/i

/** The texts of a request's body (JSON, or a form) that nobody may see. */
export function secretsInBody(body: unknown): readonly string[] {
  const text = String(body ?? '')
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
  if (typeof input === 'string') return isSecret ? [input] : []
  if (typeof input !== 'object' || input === null) return []
  if (input instanceof Secret) return secretsInInput(input.reveal(), true)
  return Object.values(input).flatMap((entry) => secretsInInput(entry, isSecret))
}
