import { expectTypeOf, test } from 'vitest'
import {
  type Auth,
  type AuthUser,
  createAuth,
  defineStep,
  type OwnView,
  type StepContext,
  type StepScope,
  unreachable,
  type ViewOfStep,
} from '../../src/index.ts'

const acceptTerms = defineStep({
  route: 'acceptTerms',
  at: 'beforeSignedIn',
  isNeeded: ({ user }) => user.claims['custom:terms'] !== '3',
  show: ({ user }) => ({ version: 3, email: user.email }),
  actions: {
    accept: async (input: { newsletter: boolean }, { auth, signal }) => {
      expectTypeOf(auth).toEqualTypeOf<Auth>()
      await auth.fetch('/terms', { method: 'POST', body: JSON.stringify(input), signal })
    },
    later: async () => undefined,
  },
  form: { submit: 'accept', fields: { newsletter: { kind: 'checkbox', isRequired: false } } },
  texts: { title: 'Terms', 'action.later': 'Not now', 'field.newsletter': 'Send me letters' },
})

const chooseTeam = defineStep({
  route: 'chooseTeam',
  at: 'beforeSignUp',
  isNeeded: () => true,
  show: () => ({ teams: ['red', 'blue'] as const }),
  actions: { choose: async (_input: { team: 'red' | 'blue' }) => undefined },
  form: {
    submit: 'choose',
    fields: {
      team: { kind: 'choice', options: ({ teams }) => teams.map((value) => ({ value })) },
    },
  },
})

declare const config: { userPoolId: string; userPoolClientId: string }
const auth = createAuth({ config, steps: [acceptTerms, chooseTeam] })
const view = auth.getView()

test('the views of an auth with steps are ours and theirs', () => {
  switch (view.route) {
    case 'acceptTerms':
      expectTypeOf(view.version).toEqualTypeOf<number>()
      expectTypeOf(view.user).toEqualTypeOf<AuthUser>()
      expectTypeOf(view.pending).toEqualTypeOf<'accept' | 'later' | undefined>()
      view.accept({ newsletter: true })
      view.later()
      view.cancel()
      view.signOut()
      // @ts-expect-error a payload that is wrong
      view.accept({ letters: true })
      // @ts-expect-error a payload is missing
      view.accept()
      // @ts-expect-error another route's action
      view.choose
      // @ts-expect-error a signed-in user signs out
      view.goSignIn
      break
    case 'chooseTeam':
      view.choose({ team: 'red' })
      view.goSignIn()
      // @ts-expect-error no such team
      view.choose({ team: 'green' })
      // @ts-expect-error the data of another step
      view.version
      // @ts-expect-error no user is signed in
      view.signOut
      break
    case 'signIn':
      view.submit({ username: 'ada', password: 'secret' })
      // @ts-expect-error the data of a step
      view.version
  }
})

test('a step without a case does not compile', () => {
  if (view.route === 'acceptTerms' || view.route === 'chooseTeam') return
  expectTypeOf(view).toEqualTypeOf<ReturnType<Auth['getView']>>()
  // @ts-expect-error `chooseTeam` has no case
  if (auth.getView().route !== 'chooseTeam') unreachable(auth.getView())
})

test('an auth with steps is one for code that takes any', () => {
  expectTypeOf(auth).toExtend<Auth<OwnView>>()
  expectTypeOf<Auth>().toExtend<Auth<OwnView>>()
  // @ts-expect-error it has views that an auth without steps does not have
  const plain: Auth = auth
  expectTypeOf(plain).not.toBeAny()
  expectTypeOf<ViewOfStep<typeof acceptTerms>['route']>().toEqualTypeOf<'acceptTerms'>()
})

test('a definition that is wrong does not compile', () => {
  const common = { route: 'x', isNeeded: () => true } as const
  // @ts-expect-error before a sign-up there is no user
  const isNeeded = ({ user }: StepScope<'beforeSignUp'>) => user.userId === ''
  defineStep({ ...common, at: 'beforeSignUp', isNeeded, actions: {} })
  // @ts-expect-error no such position
  defineStep({ ...common, at: 'afterLunch', actions: {} })
  // @ts-expect-error every view has this name
  defineStep({ ...common, at: 'beforeSignIn', actions: { signOut: async () => undefined } })
  // @ts-expect-error it is not awaited
  defineStep({ ...common, at: 'beforeSignIn', isNeeded: async () => true, actions: {} })
  // @ts-expect-error nor for what is shown
  defineStep({ ...common, at: 'beforeSignIn', show: async () => ({ version: 3 }), actions: {} })
  // @ts-expect-error every view has this name
  defineStep({ ...common, at: 'beforeSignIn', show: () => ({ failure: 'none' }), actions: {} })
  // @ts-expect-error JSON.stringify() of the view would call it
  defineStep({ ...common, at: 'beforeSignIn', actions: { toJSON: async () => undefined } })
  const actions = { go: async (_input: { name: string; isNew: boolean }) => undefined }
  defineStep({
    ...common,
    at: 'beforeSignIn',
    actions,
    // @ts-expect-error a member of the input has no field
    form: { submit: 'go', fields: { name: { kind: 'text' } } },
  })
  defineStep({
    ...common,
    at: 'beforeSignIn',
    actions,
    // @ts-expect-error a text is no checkbox
    form: { submit: 'go', fields: { name: { kind: 'checkbox' }, isNew: { kind: 'checkbox' } } },
  })
  defineStep({
    ...common,
    at: 'beforeSignIn',
    actions,
    // @ts-expect-error there is no such field
    texts: { 'field.nmae': 'Name' },
  })
})

test('input and context of an action are inferred beside a form', () => {
  const enter = defineStep({
    route: 'enter',
    at: 'beforeSignUp',
    isNeeded: () => true,
    // The form of an object comes before or after its actions.
    form: { submit: 'go', fields: { code: { kind: 'text' } } },
    actions: {
      go: async ({ code }: { code: string }, { signal }) => {
        expectTypeOf(signal).toEqualTypeOf<AbortSignal>()
        return code
      },
    },
  })
  type Go = ViewOfStep<typeof enter>['go']
  expectTypeOf<Go>().toEqualTypeOf<(input: { code: string }) => void>()

  const choose = defineStep({
    route: 'choose',
    at: 'beforeSignedIn',
    isNeeded: () => true,
    show: ({ user }: StepScope<'beforeSignedIn'>) => ({
      teams: ['red', 'blue'] as const,
      name: user.name,
    }),
    actions: {
      choose: (input: { team: 'red' | 'blue' }, context) => {
        expectTypeOf(context).toEqualTypeOf<StepContext>()
        return context.auth.fetch(`/teams/${input.team}`)
      },
      later: async () => undefined,
      refresh: (_: undefined, { auth }) => auth.getSession({ forceRefresh: true }),
    },
    form: {
      submit: 'choose',
      fields: {
        team: {
          kind: 'choice',
          options(shown) {
            expectTypeOf(shown.name).toEqualTypeOf<string | undefined>()
            return shown.teams.map((value) => ({ value }))
          },
        },
      },
    },
    texts: { 'action.refresh': 'Look again', 'field.team': 'Team' },
  })
  type View = ViewOfStep<typeof choose>
  expectTypeOf<View['choose']>().toEqualTypeOf<(input: { team: 'red' | 'blue' }) => void>()
  expectTypeOf<View['later']>().toEqualTypeOf<() => void>()
  expectTypeOf<View['refresh']>().toEqualTypeOf<() => void>()
})

test('beside an action with a context, a form that is wrong does not compile', () => {
  const common = { route: 'x', at: 'beforeSignIn', isNeeded: () => true } as const
  defineStep({
    ...common,
    actions: { go: async ({ team }: { team: 'red' | 'blue' }, { signal }) => ({ team, signal }) },
    form: {
      submit: 'go',
      fields: { team: { kind: 'choice', options: () => [{ value: 'red' }, { value: 'blue' }] } },
    },
  })
  defineStep({
    ...common,
    actions: { go: async ({ team }: { team: 'red' | 'blue' }, { signal }) => ({ team, signal }) },
    // @ts-expect-error no such team
    form: { submit: 'go', fields: { team: { kind: 'choice', options: () => [{ value: 'x' }] } } },
  })
  defineStep({
    ...common,
    actions: { go: async ({ name }: { name: string }, { signal }) => ({ name, signal }) },
    // @ts-expect-error no such member of the input
    form: { submit: 'go', fields: { name: { kind: 'text' }, nmae: { kind: 'text' } } },
  })
  defineStep({
    ...common,
    actions: { go: async ({ name }: { name: string }, { signal }) => ({ name, signal }) },
    // @ts-expect-error no such action
    form: { submit: 'og', fields: { name: { kind: 'text' } } },
  })
  // @ts-expect-error an action is async
  defineStep({ ...common, actions: { go: (_input: { name: string }, { signal }) => signal } })
})
