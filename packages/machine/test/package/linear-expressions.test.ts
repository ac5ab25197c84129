import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { cognitoClient } from '../../src/cognito/client.ts'
import { toFailure } from '../../src/index.ts'

const packages = new URL('../../../', import.meta.url)

/** The expressions that meet texts of others: of a server, an address, a storage, another tab. */
const folders = [
  'machine/src',
  'devtools/src/trace',
  'devtools/src/redaction',
  'devtools/src/fetch',
  'react/src',
  'vue/src',
]
const files = folders.flatMap((folder) =>
  readdirSync(new URL(folder, packages), { encoding: 'utf8', recursive: true })
    .map((file) => `${folder}/${file}`)
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('testing/')),
)

const expressions = new Map<string, string>()
for (const file of files) {
  const text = readFileSync(new URL(file, packages), 'utf8')
  if (!text.includes('/')) continue
  const visit = (node: ts.Node) => {
    if (ts.isRegularExpressionLiteral(node)) expressions.set(node.text, file)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest))
}

/** The lesser of two, as others use this machine, too. In ms. */
function timeOf(work: () => unknown): number {
  const times = [1, 2].map(() => {
    const begun = performance.now()
    work()
    return performance.now() - begun
  })
  return Math.min(...times)
}

/** Texts of which an expression finds a beginning everywhere and an end nowhere. */
function attacksOn(source: string): readonly string[] {
  const pieces = new Set(['a', '0', ' ', '%41', 'aA0', "\\'", ...source.replaceAll('\\', '')])
  for (const [run] of source.matchAll(/[\w' :"=;#.-]{2,}/g)) pieces.add(run)
  return [...pieces]
}

const sizes = [1_000, 2_000, 4_000, 8_000, 16_000, 32_000]

/** Four times the text takes more than eight times the time, as soon as it takes any; and does so again. */
function isQuadratic(expression: RegExp): boolean {
  const { source, flags } = expression
  // One look: what is found often is found often, and says nothing of how long a look takes.
  const once = new RegExp(source, flags.replace('g', ''))
  const time = (text: string) => timeOf(() => once.test(text))
  return attacksOn(source).some((piece) =>
    ['\n', '\u0000'].some((end) => {
      const textOf = (size: number) => piece.repeat(size / piece.length) + end
      const seems = (size: number) => time(textOf(size * 4)) > 8 * time(textOf(size))
      return sizes.some((size) => time(textOf(size)) > 2 && seems(size) && seems(size))
    }),
  )
}

function toExpression(literal: string): RegExp {
  const end = literal.lastIndexOf('/')
  return new RegExp(literal.slice(1, end), literal.slice(end + 1))
}

test('the check finds what takes quadratic time', () => {
  expect(expressions.size).toBeGreaterThan(40)
  expect(isQuadratic(/:.*$/)).toBe(true)
  expect(isQuadratic(/Value '.*?' at '/gs)).toBe(true)
  expect(isQuadratic(/^.*#/)).toBe(false)
})

test.each([...expressions])('%s (%s) is linear', (literal) => {
  expect(isQuadratic(toExpression(literal))).toBe(false)
})

describe('an answer of a server', () => {
  const failureOf = async (answer: () => Response) => {
    const request = cognitoClient('https://cognito.example/', async () => answer())
    const sent = { ClientId: 'x', Username: 'ada', ConfirmationCode: '314159' }
    const { signal } = new AbortController()
    return request('ConfirmSignUp', sent, { signal }).catch(toFailure)
  }

  test.each([
    ['a name of colons', () => ({ __type: `${':'.repeat(60_000)}\n` })],
    ['a name of #', () => ({ __type: `${'a#'.repeat(400_000)}:` })],
    ['a message of quotes', () => ({ message: "Value '".repeat(60_000) })],
    ['a message of quotes that end', () => ({ message: "Value '' at '".repeat(60_000) })],
    ['a message of the code', () => ({ message: '31415'.repeat(200_000) })],
    ['a message of words', () => ({ message: 'user.'.repeat(200_000) })],
    ['a token', () => ({ message: 'eyJ'.repeat(500_000) })],
  ])('%s takes no time and little room', async (_, body) => {
    const text = JSON.stringify(body())
    const begun = performance.now()
    const failure = await failureOf(() => new Response(text, { status: 400 }))
    expect(performance.now() - begun).toBeLessThan(500)
    expect(JSON.stringify(failure).length).toBeLessThan(2_000)
    expect(failure).toMatchObject({ cause: { name: expect.any(String) } })
    const { name } = Object(Object(failure).cause)
    expect(name.length).toBeLessThanOrEqual(100)
  })
})
