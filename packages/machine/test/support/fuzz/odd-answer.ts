import type { Exchange } from '../../../../testing/src/scripted-cognito/exchange.ts'
import { failureTable } from '../../../src/errors/failure-table.ts'
import type { Random } from './random.ts'

/** How an answer was made wrong. */
export interface OddAnswer {
  readonly how: string
  readonly respond: () => Response
}

type Json = unknown

const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'then', '']

const oddValues: readonly ((random: Random) => Json)[] = [
  () => null,
  () => true,
  () => 0,
  () => -1,
  () => 1e308,
  () => '',
  () => 'x',
  () => [],
  () => [null],
  () => ({}),
  () => ({ toString: 1 }),
  () => JSON.parse('{"__proto__":{"IdToken":"x"}}'),
  ({ pick }) => pick(names),
  ({ pick, below }) =>
    pick([':', "Value '", '#', 'a.', '{"', '\n', 'ä', '\ud800']).repeat(below(4_000)),
  () => '[object Object]',
  () => '["SMS_MFA",null,"constructor"]',
  () => '{"__proto__":{"a":1}}',
  () => 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.',
]

const nameOfAny = ({ pick }: Random) =>
  pick([
    ...Object.keys(failureTable),
    'BrandNewException',
    'com.amazonaws#ResourceNotFoundException:http://x/',
    ...names,
  ])

const sentences = Object.values(failureTable).flatMap((rows) =>
  rows.flatMap((row) => ('says' in row && row.says ? [row.says] : [])),
)

/** As a server may repeat what it was sent. */
const echoes: readonly ((secret: string) => string)[] = [
  (secret) => secret,
  (secret) => `Value '${secret}' at 'password' failed to satisfy constraint`,
  (secret) => JSON.stringify({ secret }),
  (secret) => encodeURIComponent(secret),
  (secret) => Buffer.from(secret).toString('base64'),
  (secret) => Buffer.from(`{"Password":"${secret}"}`).toString('base64url'),
  (secret) => `${'x'.repeat(990)} ${secret}`,
  (secret) => secret.slice(0, 40),
]

const statuses = [
  200, 201, 202, 206, 300, 400, 401, 403, 404, 405, 408, 413, 418, 429, 500, 502, 503, 504,
]

const oddHeaders: readonly Readonly<Record<string, string>>[] = [
  {},
  { 'x-amzn-errortype': 'NotAuthorizedException:http://x/' },
  { 'x-amzn-errortype': 'constructor' },
  { 'x-amzn-waf-action': 'challenge' },
  { 'x-amzn-waf-action': 'captcha' },
  { 'x-amzn-waf-action': 'toString' },
  { 'retry-after': '99999999999999' },
  { 'retry-after': '-1' },
  { 'retry-after': 'constructor' },
  { 'content-type': 'text/html' },
  { location: 'https://elsewhere.example/' },
]

const bodies: readonly string[] = [
  '',
  ' ',
  'null',
  'true',
  '0',
  '"text"',
  '[]',
  '{}',
  '{',
  '<html>Sorry</html>',
  '\u0000',
  '{"__proto__":null}',
  '[{"__type":"NotAuthorizedException"}]',
  `{"message":"${"Value '".repeat(20_000)}"}`,
  `{"__type":"${':'.repeat(60_000)}\\n"}`,
  '['.repeat(20_000),
]

/** Makes an answer wrong that was right, by chance; `secrets` are those of the request. */
export function oddAnswer(valid: Exchange, secrets: readonly string[], random: Random): OddAnswer {
  const { pick, chance } = random
  const base = valid.kind === 'answer' ? valid.body : {}
  const kind = pick([
    'mutated',
    'mutated',
    'mutated',
    'rejection',
    'rejection',
    'status',
    'body',
    'lost',
  ])
  const headers = chance(0.3) ? pick(oddHeaders) : {}
  switch (kind) {
    case 'mutated': {
      const [body, how] = mutated(base, random)
      return answer(how, 200, headers, body)
    }
    case 'rejection': {
      const __type = chance(0.8) ? nameOfAny(random) : pick(oddValues)(random)
      const said = chance(0.5) && secrets.length > 0 ? pick(echoes)(pick(secrets)) : pick(sentences)
      const message = chance(0.9) ? said : pick(oddValues)(random)
      const rejection = {
        __type,
        [pick(['message', 'Message', 'error', 'error_description'])]: message,
      }
      return answer(
        `rejection ${String(__type).slice(0, 40)}`,
        pick(statuses.slice(5)),
        headers,
        rejection,
      )
    }
    case 'status': {
      const status = pick(statuses)
      return answer(`status ${status}`, status, headers, base)
    }
    case 'body': {
      const text = pick(bodies)
      const status = pick(statuses)
      return answer(`${status} with ${text.slice(0, 20)}`, status, headers, text)
    }
    default:
      return {
        how: 'lost',
        respond: () => {
          throw Object.assign(new TypeError('fetch failed'), { request: secrets })
        },
      }
  }
}

function answer(
  how: string,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Json,
): OddAnswer {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const type = { 'content-type': 'application/json' }
  return { how, respond: () => new Response(text, { status, headers: { ...type, ...headers } }) }
}

/** A copy with one to three places changed. */
function mutated(body: Json, random: Random): [Json, string] {
  let result = body
  const done: string[] = []
  for (let left = 1 + random.below(3); left > 0; left -= 1) {
    const path = random.pick(pathsOf(result))
    const what = random.pick(['value', 'value', 'gone', 'name', 'token'])
    result = changed(result, path, what, random)
    done.push(`${what} of ${path.join('.') || 'all'}`)
  }
  return [result, done.join(', ')]
}

function pathsOf(value: Json): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [[]]
  const inner = Object.entries(value).flatMap(([key, part]) =>
    pathsOf(part).map((path) => [key, ...path]),
  )
  return [[], ...inner]
}

function changed(value: Json, path: readonly string[], what: string, random: Random): Json {
  const [key, ...rest] = path
  if (key === undefined)
    return what === 'token' ? tampered(value, random) : random.pick(oddValues)(random)
  const copy = Array.isArray(value) ? [...value] : { ...Object(value) }
  const part = Reflect.get(copy, key)
  if (rest.length > 0) return assigned(copy, key, changed(part, rest, what, random))
  if (what === 'gone') Reflect.deleteProperty(copy, key)
  else if (what === 'name') {
    Reflect.deleteProperty(copy, key)
    return assigned(copy, random.pick(names), part)
  } else return assigned(copy, key, changed(part, [], what, random))
  return copy
}

const assigned = (copy: object, key: string, value: Json) =>
  Object.defineProperty(copy, key, { value, enumerable: true, configurable: true, writable: true })

/** A JWT with other claims, or no JWT any more. */
function tampered(value: Json, random: Random): Json {
  const [header, payload, signature] = String(value).split('.')
  if (!header || !payload || !signature) return random.pick(oddValues)(random)
  const claims: object = JSON.parse(Buffer.from(payload, 'base64url').toString())
  const name = random.pick(Object.keys(claims))
  const change = random.pick([
    () => ({ ...claims, [name]: random.pick(oddValues)(random) }),
    () => ({ ...claims, sub: 'another-user' }),
    () => ({ ...claims, exp: String(Reflect.get(claims, 'exp')) }),
    () => ({ ...claims, iat: 1e308 }),
    () => ({ ...claims, exp: 0 }),
    () => ({ ...claims, email_verified: random.pick(['true', 'false', 1, null]) }),
    () => [],
  ])
  const encoded = Buffer.from(JSON.stringify(change())).toString('base64url')
  return random.pick([
    `${header}.${encoded}.${signature}`,
    `${header}.${encoded}.${signature}`,
    `${header}.${payload}`,
    payload,
    `${header}.${payload.slice(0, -5)}.${signature}`,
  ])
}
