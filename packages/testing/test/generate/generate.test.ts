import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { transformSync } from 'esbuild'
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { type GeneratedFile, generateSpecs } from '../../src/generate/generate-specs.ts'
import { impossibleInSpecs } from '../../src/generate/impossible-in-specs.ts'
import { literal, quoted } from '../../src/generate/literal.ts'
import { onlyOpened } from '../../src/generate/only-opened.ts'
import { authBehaviour } from '../../src/model/auth-behaviour.ts'
import { explore } from '../../src/model/explore.ts'
import { journeys } from '../../src/plan/journeys.ts'
import { planWalks } from '../../src/plan/plan-walks.ts'
import { walkOf } from '../../src/plan/replay.ts'
import type { Walk } from '../../src/plan/walk.ts'

const execute = promisify(execFile)
const behaviour = onlyOpened(authBehaviour)
let stories: readonly Walk[]
let planned: readonly Walk[]
let specs: readonly GeneratedFile[]

function textOf(files: readonly GeneratedFile[], name: string): string {
  const file = files.find((file) => file.name === name)
  if (!file) throw new Error(`There is no ${name}`)
  return file.text
}

beforeAll(() => {
  const model = explore(behaviour)
  stories = journeys.map((journey) => walkOf(model, journey))
  planned = planWalks({ behaviour, maxSteps: 20, cannotTake: impossibleInSpecs }).walks
  specs = generateSpecs({ framework: 'playwright', behaviour, walks: stories })
}, 60_000)

test('a story becomes a file that reads like it', () => {
  const spec = textOf(specs, 'mistypes-the-password-and-signs-in-then.spec.ts')
  const steps = [...spec.matchAll(/await test\.step\(['"](.+)['"], async/g)].map(
    ([, title]) => title,
  )
  expect(steps).toEqual([
    'the browser stores nothing, and “sign in” is shown',
    'submits “sign in”, and waits',
    'signIn is rejected: NotAuthorizedException: Incorrect username or password., and stays',
    'submits “sign in”, and waits',
    'signIn is answered: tokens, and “signed in” is shown',
  ])
  expect(spec).toContain('await expect(alerts(page).first()).toBeVisible()')
})

test('the responses are Cognito’s, and are prepared before the requests', () => {
  const answers = textOf(specs, 'cognito-answers.ts')
  expect(answers).toContain("__type: 'NotAuthorizedException'")
  expect(answers).toContain("ChallengeName: 'SMS_MFA'")
  for (const { name, text } of specs.filter(({ name }) => name.endsWith('.spec.ts'))) {
    for (const [, key = ''] of text.matchAll(/answers\[\s*['"](.+?)['"],?\s*\]/g)) {
      expect(answers, name).toContain(`${quoted(key)}: [`)
    }
    const prepared = (text.match(/cognito\.prepare/g) ?? []).length
    expect((text.match(/cognito\.answer\(\)/g) ?? []).length, name).toBe(prepared)
  }
})

test('nothing of ours is needed to run them', () => {
  for (const framework of ['playwright', 'vitest'] as const) {
    for (const { name, text } of generateSpecs({ framework, behaviour, walks: stories })) {
      const sources = [...text.matchAll(/from '([^']+)'/g)].map(([, source]) => source)
      const own = ['./cognito.js', './cognito-answers.js', './ui.js']
      const allowed = framework === 'vitest' ? 'vitest' : '@playwright/test'
      expect([allowed, ...own], name).toEqual(expect.arrayContaining(sources))
    }
  }
})

test('a session with any title has a file of its own', () => {
  const [walk] = stories
  if (!walk) throw new Error('There is no walk')
  const titles = ['サインイン', 'вход', 'Signs in', 'signs in!']
  const walks = titles.map((title) => ({ ...walk, title }))
  const names = generateSpecs({ framework: 'vitest', behaviour, walks }).map(({ name }) => name)
  expect(names.filter((name) => name.endsWith('.spec.ts'))).toEqual([
    'session.spec.ts',
    'session-2.spec.ts',
    'signs-in.spec.ts',
    'signs-in-2.spec.ts',
  ])
})

test('a page gets responses for Cognito on every host, and for no other service', async () => {
  const handle = await routeOf(specs)
  const request = async (method: string, headers: Readonly<Record<string, string>>) => {
    const done: unknown[] = []
    await handle({
      request: () => ({ method: () => method, headers: () => headers, postDataJSON: () => ({}) }),
      fulfill: ({ status }: { status: number }) => done.push(status),
      fallback: () => done.push('let through'),
    })
    return done
  }
  const preflight = (names: string) =>
    request('OPTIONS', { 'access-control-request-headers': names })
  const target = (name: string) => request('POST', { 'x-amz-target': name })
  expect(await target('AWSCognitoIdentityProviderService.GetUser')).toEqual([200])
  expect(await target('AWSCognitoIdentityService.GetId')).toEqual([200])
  expect(await target('DynamoDB_20120810.GetItem')).toEqual(['let through'])
  expect(await request('GET', {})).toEqual(['let through'])
  expect(await preflight('content-type,x-amz-target')).toEqual([204])
  expect(await preflight('authorization')).toEqual(['let through'])
})

type Exports = Readonly<Record<string, unknown>>

/** What `cognito-answers.ts` and `cognito.ts` of the generated files export, with the runner that they import. */
function loadSupport(files: readonly GeneratedFile[], runner: Exports) {
  const load = (name: string, required: Readonly<Record<string, Exports>>) => {
    const { code } = transformSync(textOf(files, name), { loader: 'ts', format: 'cjs' })
    const module: { exports: Exports } = { exports: {} }
    new Function('require', 'module', code)((name: string) => required[name], module)
    return module.exports
  }
  const answers = load('cognito-answers.ts', {})
  return { ...answers, ...load('cognito.ts', { './cognito-answers.js': answers, ...runner }) }
}

/** What `scriptCognito` of the generated files does with each request of a page. */
async function routeOf(files: readonly GeneratedFile[]): Promise<(route: object) => Promise<void>> {
  const { scriptCognito } = loadSupport(files, { '@playwright/test': { expect } }) as {
    readonly scriptCognito: (page: object) => Promise<unknown>
  }
  const routes: ((route: object) => Promise<void>)[] = []
  await scriptCognito({
    on: () => undefined,
    clock: { install: () => undefined },
    route: (pattern: string, handle: (route: object) => Promise<void>) => {
      expect(pattern).toBe('**/*')
      routes.push(handle)
    },
  })
  const [handle] = routes
  if (!handle) throw new Error('Nothing is routed')
  return handle
}

interface VitestSupport {
  readonly answers: Readonly<Record<string, readonly object[]>>
  readonly scriptCognito: () => {
    readonly prepare: (exchanges: readonly object[] | undefined) => void
    readonly answer: () => Promise<void>
  }
}

test.each([
  ['USER_PASSWORD_AUTH', { PASSWORD: 'Correct-horse-7' }],
  ['USER_AUTH', { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: 'Correct-horse-7' }],
  ['USER_AUTH', { PREFERRED_CHALLENGE: 'EMAIL_OTP' }],
  ['USER_AUTH', {}],
  ['CUSTOM_AUTH', {}],
])('a sign-in by %s with %o takes one request', async (AuthFlow, AuthParameters) => {
  expect(await signIn({ AuthFlow, AuthParameters })).toHaveProperty('AuthenticationResult')
})

test.each([
  ['USER_SRP_AUTH', { SRP_A: 'a' }],
  ['USER_AUTH', { PREFERRED_CHALLENGE: 'PASSWORD_SRP', SRP_A: 'a' }],
])('a sign-in by %s with %o takes another one', async (AuthFlow, AuthParameters) => {
  const response = await signIn({ AuthFlow, AuthParameters })
  expect(response).toMatchObject({ ChallengeName: 'PASSWORD_VERIFIER' })
})

/** The response to `InitiateAuth` in generated specs of Vitest. */
async function signIn(body: object): Promise<unknown> {
  const files = generateSpecs({ framework: 'vitest', behaviour, walks: stories })
  onTestFinished(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })
  // Its own clean-up needs the storages of a page.
  const vitest = { expect, onTestFinished: () => undefined, vi }
  const { answers, scriptCognito } = loadSupport(files, { vitest }) as unknown as VitestSupport
  const cognito = scriptCognito()
  cognito.prepare(answers['signIn: tokens'])
  const responded = fetch('https://cognito-idp.us-east-1.amazonaws.com/', {
    method: 'POST',
    headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth' },
    body: JSON.stringify(body),
  })
  // The first of two responses is not paused.
  if (!('SRP_A' in Object(Object(body).AuthParameters))) await cognito.answer()
  return (await responded).json()
}

test('no spec requires a failure on a screen that is pending', () => {
  const signedOut = planWalks({ behaviour, cover: 'transitions', cannotTake: impossibleInSpecs })
  const texts = generateSpecs({ framework: 'playwright', behaviour, walks: signedOut.walks })
  const steps = texts.flatMap(({ text }) => text.split('await test.step('))
  const signingOut = steps.filter((step) => step.includes('ui.routes.signingOut(page)'))
  expect(signingOut.some((step) => step.includes('globalSignOut is rejected'))).toBe(true)
  expect(signingOut.filter((step) => step.includes('alerts(page).first()'))).toEqual([])
})

test('every planned walk becomes TypeScript, each in a file of its own, the same each time', () => {
  for (const framework of ['playwright', 'vitest'] as const) {
    const files = generateSpecs({ framework, behaviour, walks: planned })
    expect(new Set(files.map(({ name }) => name)).size).toBe(planned.length + 3)
    for (const { text } of files) transformSync(text, { loader: 'ts' })
    expect(generateSpecs({ framework, behaviour, walks: planned })).toEqual(files)
  }
})

/** Strict, as a project of today has it: `nodenext` and `bundler` differ in what they take as an import. */
const projects = [
  { module: 'nodenext', moduleResolution: 'nodenext' },
  { module: 'esnext', moduleResolution: 'bundler' },
]

test('specs type-check, with a contract that is to be filled in and with one that is there', async () => {
  // Here, so that Playwright and Vitest are found.
  const results = join(import.meta.dirname, '../../test-results')
  mkdirSync(results, { recursive: true })
  const folder = mkdtempSync(join(results, 'generated-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const compilerOptions = {
    target: 'es2022',
    lib: ['es2023', 'dom', 'dom.iterable'],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    noUnusedLocals: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    noEmit: true,
  }
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  write('package.json', '{ "type": "module" }')
  write(
    'my-ui.ts',
    `import type { Page } from '@playwright/test'
import type { Ui } from '../../src/contract/define-ui.ts'
export const myUi = {} as Ui<Page>
export const domUi = {} as Ui<Element>
export const open = async (): Promise<Element> => document.body
`,
  )
  const names = { playwright: 'myUi', vitest: 'domUi' }
  for (const framework of ['playwright', 'vitest'] as const) {
    const contract = { module: '../my-ui.js', name: names[framework] }
    for (const [kind, given] of Object.entries({ skeleton: undefined, contract })) {
      const options = {
        framework,
        behaviour,
        walks: [...stories, ...eachAction()],
        contract: given,
      }
      for (const { name, text } of generateSpecs(options)) {
        write(join(`${framework}-${kind}`, name), text)
      }
    }
  }
  const tsc = join(import.meta.dirname, '../../../../node_modules/.bin/tsc')
  const checked = projects.map(async (resolution, index) => {
    const options = { ...compilerOptions, ...resolution }
    const config = `tsconfig.${index}.json`
    write(config, JSON.stringify({ compilerOptions: options, include: ['**/*.ts'] }))
    // The compiler's status is 1 if there are errors: then its output is compared.
    const { stdout } = await execute(tsc, ['-p', join(folder, config)]).catch((error) => error)
    expect(stdout.replaceAll(folder, '')).toBe('')
  })
  await Promise.all(checked)
}, 120_000)

/** Walks in which each action occurs, with each of its payloads. */
function eachAction(): readonly Walk[] {
  const seen = new Set<string>()
  return planned.filter(({ steps }) => {
    const before = seen.size
    for (const { kind, label } of steps) if (kind === 'action') seen.add(label)
    return seen.size > before
  })
}

test('the contract that is to be filled in has every screen and every action, and no other', () => {
  const files = generateSpecs({ framework: 'playwright', behaviour, walks: planned })
  const skeleton = files.find(({ isSkeleton }) => isSkeleton)?.text ?? ''
  const all = files.map(({ text }) => text).join('')
  const used = [...all.matchAll(/ui\.actions(?:\['(.+?)'\]|\.(\w+))\(/g)].map(
    ([, quoted, plain]) => quoted ?? plain,
  )
  const offered = [...skeleton.matchAll(/^ {4}'?([\w.]+)'?: async \(/gm)].map(
    ([, action]) => action,
  )
  expect(offered).toEqual([...new Set(used)].sort())
  expect(offered.length).toBeGreaterThan(30)
  const shown = [...all.matchAll(/ui\.routes\.(\w+)\(/g)].map(([, route]) => route)
  const routes = [...skeleton.matchAll(/^ {4}(\w+): \(page: Page\): Locator/gm)]
  expect(routes.map(([, route]) => route)).toEqual([...new Set(shown)].sort())
})

test('with a contract there is no skeleton, and it is imported', () => {
  const options = { framework: 'playwright', behaviour, walks: stories.slice(0, 1) } as const
  const files = generateSpecs({ ...options, contract: { module: '../my-ui.js', name: 'myUi' } })
  expect(files.map(({ name }) => name)).not.toContain('ui.ts')
  expect(textOf(files, 'signs-in.spec.ts')).toContain("import { myUi as ui } from '../my-ui.js'")
})

test('what browsers store has the name of the app client', () => {
  const files = generateSpecs({
    framework: 'playwright',
    behaviour,
    walks: stories,
    userPoolClientId: 'my-client',
  })
  const answers = textOf(files, 'cognito-answers.ts')
  expect(answers).toContain('CognitoIdentityServiceProvider.my-client.LastAuthUser')
})

test('no line is longer than it must be, and literals say what they are given', () => {
  const value = {
    plain: [1, true, null],
    'needs quotes': "it's",
    deep: { text: 'a'.repeat(90), list: [{ a: 'x "y"' }] },
    left: undefined,
  }
  const text = literal(value)
  expect(JSON.parse(JSON.stringify(new Function(`return ${text}`)()))).toEqual(
    JSON.parse(JSON.stringify(value)),
  )
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
})
