import type { Language } from '../screens/templates.ts'

/** Functions with a promise, for calls of Amplify whose equal is an action of the view. */
const callNames = [
  'currentSession',
  'fetchUserAttributes',
  'signInWithRedirect',
  'signOut',
  'answer',
] as const

export type CallName = (typeof callNames)[number]

/** Types in `‹›` are for TypeScript only. */
const texts: Readonly<Record<CallName, string>> = {
  currentSession: `/** The session, or \`undefined\` when no user is signed in. */
export async function currentSession(
  options‹?: { forceRefresh?: boolean }›,
)‹: Promise<AuthSession | undefined>› {
  try {
    return await auth.getSession(options)
  } catch (error) {
    if (error instanceof SignedOutError) return undefined
    throw error
  }
}
`,
  fetchUserAttributes: `/** The attributes of the user, as Cognito has them now. A view has them too: \`view.profile\`. */
export async function fetchUserAttributes()‹: Promise<Readonly<Record<string, string>>>› {
  await auth.getSession()
  return new Promise((resolve, reject) => {
    let isRequested = false
    let hasBegun = false
    const { unsubscribe } = auth.subscribe(look)
    look()

    function look() {
      const view = auth.getView()
      if (!view.user) return end(() => reject(new SignedOutError('No user is signed in')))
      if (view.route !== 'signedIn') return
      const { isLoading, data, failure } = view.profile
      if (isLoading) hasBegun = true
      else if (hasBegun && failure) end(() => reject(failure.cause))
      else if (hasBegun && data) end(() => resolve(data.attributes))
      else if (!isRequested) {
        isRequested = true
        view.loadProfile()
      }
    }

    function end(settle‹: () => void›) {
      unsubscribe()
      settle()
    }
  })
}
`,
  signInWithRedirect: `/** Leaves the page for the hosted UI, from any screen without a user. */
export async function signInWithRedirect(
  input‹?: { provider?: string; customState?: string }›,
)‹: Promise<void>› {
  await auth.ready()
  let view = auth.getView()
  if ('goSignIn' in view) {
    view.goSignIn()
    view = auth.getView()
  }
  if (view.route !== 'signIn') throw new SignedInError()
  view.redirect(input)
}
`,
  signOut: `/** Ends the session, with \`global\` on all devices; resolves when it is over. A view has \`signOut\` too. */
export async function signOut(options‹?: { global?: boolean } | object›)‹: Promise<void>› {
  const { user } = await auth.ready()
  if (!user) return
  const isGlobal = options !== undefined && 'global' in options && options.global === true
  await new Promise‹<void>›((resolve, reject) => {
    const over = auth.on('signedOut', () => end(resolve))
    const failed = auth.on('failure', ({ actor, failure }) => {
      if (actor === 'globalSignOut') end(() => reject(failure.cause))
    })
    function end(settle‹: () => void›) {
      over.unsubscribe()
      failed.unsubscribe()
      settle()
    }
    actorOf(auth).send({ type: 'signOut', global: isGlobal })
  })
}
`,
  answer: `/** Answers by a callback of Node's kind, as amazon-cognito-identity-js does. */
export function answer‹<Result>›(
  promise‹: Promise<Result>›,
  callback‹: (error: Error | null, result: Result) => void›,
)‹: void› {
  promise.then(
    (result) => callback(null, result),
    (error) => callback(error, undefined‹ as Result›),
  )
}
`,
}

const imports: ReadonlyMap<string, readonly CallName[]> = new Map(
  Object.entries({
    SignedInError: ['signInWithRedirect'],
    SignedOutError: ['currentSession', 'fetchUserAttributes'],
  }),
)

/** The file with these functions. */
export function callsText(
  wanted: readonly CallName[],
  language: Language,
  authModule: string,
): string {
  const names = callNames.filter((name) => wanted.includes(name))
  const values = [...imports]
    .filter(([, calls]) => calls.some((call) => names.includes(call)))
    .map(([name]) => name)
  const types = names.includes('currentSession') && language === 'ts' ? ['type AuthSession'] : []
  const fromMachine = [...types, ...values]
  const usesAuth = names.some((name) => name !== 'answer')
  const text = [
    ...(fromMachine.length > 0
      ? [`import { ${fromMachine.join(', ')} } from '@authchart/machine'\n`]
      : []),
    ...(names.includes('signOut') ? ["import { actorOf } from '@authchart/machine/xstate'\n"] : []),
    ...(usesAuth ? [`import { auth } from './${authModule}'\n`] : []),
    '\n',
    names.map((name) => texts[name]).join('\n'),
  ].join('')
  if (language === 'ts') return text.replace(/[‹›]/g, '')
  // Parameters without types fit on a line.
  return text
    .replace(/‹[^›]*›/g, '')
    .replace(/\(\n {2}(\w+),\n(?: {2}(\w+),\n)?\) \{/g, (_, one, other) =>
      other ? `(${one}, ${other}) {` : `(${one}) {`,
    )
}

/** The functions that a file has. */
export function callsIn(text: string): readonly CallName[] {
  return callNames.filter((name) => new RegExp(`export (?:async )?function ${name}\\b`).test(text))
}
