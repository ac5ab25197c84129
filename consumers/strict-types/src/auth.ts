import { inspectAuth } from '@authchart/devtools'
import {
  type AuthView,
  createAuth,
  type SignInView,
  unreachable,
  type ViewOf,
} from '@authchart/machine'
import { cookieStorage } from '@authchart/machine/browser'
import { parseConfig } from '@authchart/machine/cognito'
import { requestCookies } from '@authchart/machine/server'
import { validatorOf } from '@authchart/machine/validators'
import { loadWords, withTexts } from '@authchart/machine/words'
import { brazilianPortuguese } from '@authchart/machine/words/pt-BR'
import { useAuth, useAuthMachine } from '@authchart/react'
import { useAuthMachine as useVueAuthMachine } from '@authchart/vue'

// What is exported here has no type written down: its declarations have to be nameable.
export const auth = createAuth({
  config: {
    userPoolId: 'us-east-1_AbCdEf123',
    userPoolClientId: 'abc',
    loginWith: ['username', 'email'],
    signUpAttributes: ['email', { name: 'custom:team', required: false }],
  },
  storage: cookieStorage(),
})
export const { on } = auth
export function useHandle() {
  return useAuth()
}

export function useView() {
  return useAuthMachine()
}

export function useVueView() {
  return useVueAuthMachine()
}

export function useRoute() {
  return useAuthMachine((view) => view.route)
}

export const view = auth.getView()
export function session() {
  return auth.getSession()
}

export function credentials() {
  return auth.credentials()
}

export const config = parseConfig({})
export const cookies = requestCookies('')
export const words = withTexts(brazilianPortuguese, { 'title.signIn': 'Bem-vindo' })
export function germanWords() {
  return loadWords('de')
}

export const inspector = inspectAuth(auth)
on('signedOut', ({ reason }) => reason?.code)
export function title(view: AuthView) {
  switch (view.route) {
    case 'signIn':
      return view.username
    case 'signedIn':
      return view.user.email
    default:
      return other(view)
  }
}
const other = (view: ViewOf<Exclude<AuthView['route'], 'signIn' | 'signedIn'>>) => view.route
export function submit(view: SignInView) {
  return view.submit
}

export function fields({ loginWith, attributes, passwordPolicy }: ViewOf<'signUp'>) {
  return { loginWith, attributes, passwordPolicy }
}

export function schema(view: SignInView) {
  return validatorOf(view, 'submit')
}

export function form(view: ViewOf<'signUp' | 'signIn'>) {
  switch (view.route) {
    case 'signUp':
      return view.checkPassword
    case 'signIn':
      return view.redirect
    default:
      return unreachable(view)
  }
}
