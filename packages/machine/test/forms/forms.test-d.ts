import { expectTypeOf, test } from 'vitest'
import {
  type AuthForm,
  byName,
  type ExtraField,
  type FieldProblems,
  type FormField,
  type FormName,
  formOf,
} from '../../src/forms/index.ts'
import { type AuthView, unreachable } from '../../src/index.ts'
import type { WordKey } from '../../src/words/index.ts'
import { english, withTexts } from '../../src/words/index.ts'

declare const view: AuthView

test('the members of a form', () => {
  const form = formOf(view, { words: english, defaultCountry: 'DE', now: 0 })
  expectTypeOf(form).toEqualTypeOf<AuthForm>()
  expectTypeOf(form.route).toEqualTypeOf<AuthView['route']>()
  expectTypeOf(form.submit({ username: 'ada' })).toEqualTypeOf<FieldProblems | undefined>()
  expectTypeOf(form.sections).toEqualTypeOf<readonly AuthForm[]>()
  expectTypeOf(form.setup?.key()).toEqualTypeOf<string | undefined>()
  expectTypeOf(byName(form.fields, 'username')).toEqualTypeOf<FormField>()
  expectTypeOf<'deleteUser' | 'signIn'>().toExtend<FormName>()
  // @ts-expect-error a section is named as a form is
  byName(form.sections, 'changePasswords')
  // @ts-expect-error there is no such form
  const _isForm = form.name === 'signOut'
  // @ts-expect-error a form is read only
  form.title = 'Welcome'
  // @ts-expect-error what is typed is text
  form.submit({ rememberDevice: true })
})

test('the options of a form', () => {
  // @ts-expect-error no country
  formOf(view, { defaultCountry: 'XX' })
  // @ts-expect-error words are not a language
  formOf(view, { words: 'de' })
  // @ts-expect-error no such option
  formOf(view, { repeatPasswords: true })
})

test('a field of one’s own has a target that the action of its screen takes', () => {
  const label = 'Team'
  const taken: readonly ExtraField[] = [
    { route: 'signUp', to: 'attributes', name: 'custom:team', label },
    { route: 'newPassword', to: 'attributes', name: 'custom:team', label, isRequired: true },
    { route: 'signIn', to: 'validationData', name: 'team', label, kind: 'checkbox' },
    { route: 'signUp', to: 'validationData', name: 'team', label },
    { route: 'confirmSignUp', to: 'clientMetadata', name: 'team', label, kind: 'date' },
  ]
  expectTypeOf(taken).toEqualTypeOf<readonly ExtraField[]>()
  const rejected: readonly ExtraField[] = [
    // @ts-expect-error a sign-in has no attributes
    { route: 'signIn', to: 'attributes', name: 'custom:team', label },
    // @ts-expect-error a code has no validation data
    { route: 'confirmSignUp', to: 'validationData', name: 'team', label },
    // @ts-expect-error nothing is submitted there
    { route: 'restoring', to: 'clientMetadata', name: 'team', label },
    // @ts-expect-error the account has several forms
    { route: 'signedIn', to: 'attributes', name: 'custom:team', label },
    // @ts-expect-error a password is not a field of one’s own
    { route: 'signUp', to: 'attributes', name: 'custom:team', label, kind: 'password' },
    // @ts-expect-error every field has a label
    { route: 'signUp', to: 'attributes', name: 'custom:team' },
  ]
  expectTypeOf(rejected).toEqualTypeOf<readonly ExtraField[]>()
})

test('texts have the keys of the catalogue', () => {
  withTexts(english, { 'title.signIn': 'Welcome', 'attribute.custom:team': 'Team' })
  // @ts-expect-error no such key
  withTexts(english, { 'title.signin': 'Welcome' })
  expectTypeOf<'failure.codeMismatch'>().toExtend<WordKey>()
})

test('unreachable takes the view of no route', () => {
  switch (view.route) {
    case 'signIn':
      return view.loginWith
    default:
      // @ts-expect-error the other routes are missing above
      return unreachable(view)
  }
})

test('unreachable ends a switch over every route', () => {
  const title = ({ route }: { route: 'signIn' | 'signUp' }): string => {
    switch (route) {
      case 'signIn':
        return 'Sign in'
      case 'signUp':
        return 'Sign up'
      default:
        return unreachable(route)
    }
  }
  expectTypeOf(title).returns.toEqualTypeOf<string>()
})
