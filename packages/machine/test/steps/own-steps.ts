import { type AnyStep, type Auth, defineStep, StepError, type ViewOfStep } from '../../src/index.ts'

/** The API of an app, and the calls that it got. */
export class Api {
  readonly calls: string[] = []
  /** In place of an answer. */
  next: ((signal: AbortSignal) => Promise<void>) | undefined

  async call(what: string, signal: AbortSignal): Promise<void> {
    this.calls.push(what)
    const { next } = this
    this.next = undefined
    await next?.(signal)
  }
}

/** A request that never ends; rejects when it is given up, as `fetch` does. */
export function endless(signal: AbortSignal): Promise<void> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason))
  })
}

/** One step at each position, and a second one before the app. */
export function ownSteps(api: Api) {
  let tenant: string | undefined
  let invitation: string | undefined
  const chooseTenant = defineStep({
    route: 'chooseTenant',
    at: 'beforeSignIn',
    isNeeded: () => tenant === undefined,
    show: () => ({ tenants: ['acme', 'globex'] }),
    actions: {
      choose: async (input: { tenant: string }) => {
        tenant = input.tenant
      },
    },
  })
  const enterInvitation = defineStep({
    route: 'enterInvitation',
    at: 'beforeSignUp',
    isNeeded: () => invitation === undefined,
    actions: {
      enter: async ({ code }: { code: string }, { signal }) => {
        await api.call(`invitation ${code}`, signal)
        if (code !== 'friend') throw new StepError('unknownInvitation', { field: 'code' })
        invitation = code
      },
    },
  })
  const welcome = defineStep({
    route: 'welcome',
    at: 'afterConfirmSignUp',
    isNeeded: () => true,
    actions: { start: async () => undefined },
  })
  const acceptTerms = defineStep({
    route: 'acceptTerms',
    at: 'beforeSignedIn',
    isNeeded: ({ user }) => user.claims['custom:terms'] !== '3',
    show: ({ user }) => ({ version: 3, email: user.email }),
    actions: {
      accept: async (input: { newsletter: boolean }, { auth, signal }) => {
        const { accessToken } = await auth.getSession()
        await api.call(`terms ${input.newsletter} ${accessToken !== ''}`, signal)
      },
      later: async () => undefined,
    },
  })
  const chooseTeam = defineStep({
    route: 'chooseTeam',
    at: 'beforeSignedIn',
    isNeeded: ({ user }) => user.claims['custom:team'] === undefined,
    actions: {
      choose: async ({ team }: { team: string }, { signal }) => api.call(`team ${team}`, signal),
    },
  })
  return { chooseTenant, enterInvitation, welcome, acceptTerms, chooseTeam }
}

/** Waits until a step is shown and nothing is pending, and gives its view. */
export function stepShown<S extends AnyStep>(auth: Auth, { route }: S): Promise<ViewOfStep<S>> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => end(() => reject(new Error(`Not ${route} but ${auth.getView().route}`))),
      15_000,
    )
    const { unsubscribe } = auth.subscribe(look)
    function end(settle: () => void) {
      clearTimeout(timer)
      unsubscribe()
      settle()
    }
    function look() {
      const view = auth.getView()
      if (String(view.route) === route && !view.isPending) {
        end(() => resolve(view as unknown as ViewOfStep<S>))
      }
    }
    look()
  })
}
