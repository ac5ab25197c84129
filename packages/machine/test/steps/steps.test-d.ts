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

test('the input of an action is inferred beside a form, whose context has its type', () => {
  const enter = defineStep({
    route: 'enter',
    at: 'beforeSignUp',
    isNeeded: () => true,
    actions: {
      go: async ({ code }: { code: string }, { signal }: StepContext) => void (code && signal),
    },
    form: { submit: 'go', fields: { code: { kind: 'text' } } },
  })
  type Go = ViewOfStep<typeof enter>['go']
  expectTypeOf<Go>().toEqualTypeOf<(input: { code: string }) => void>()
})
