import type { StandardSchemaV1 } from '@standard-schema/spec'
import { expect, expectTypeOf, test } from 'vitest'
import {
  type AuthView,
  type ChangePasswordForm,
  defaultPasswordPolicy,
  type SignInForm,
  type SignUpForm,
  type ViewOf,
} from '../../src/index.ts'
import { type ValidatorOptions, validatorOf } from '../../src/validators/index.ts'
import { german } from '../../src/words/languages/de.ts'

const view = {
  route: 'signUp',
  factors: ['PASSWORD'],
  loginWith: ['username'],
  attributes: [],
  passwordPolicy: defaultPasswordPolicy,
} as unknown as ViewOf<'signUp'>

async function messages(input: unknown, options?: ValidatorOptions) {
  const schema: StandardSchemaV1 = validatorOf(view, 'submit', options)
  const { issues = [] } = await schema['~standard'].validate(input)
  return issues.map(({ message }) => message)
}

test('it is a Standard Schema of version 1', () => {
  const { version, vendor, validate } = validatorOf(view, 'submit')['~standard']
  expect({ version, vendor }).toEqual({ version: 1, vendor: 'authchart' })
  expect(validate({})).toEqual({
    issues: [
      { key: 'required', path: ['username'], message: 'Fill this in.' },
      { key: 'required', path: ['password'], message: 'Fill this in.' },
    ],
  })
})

test('a password has a message for each rule that it breaks, with the limit', async () => {
  expect(await messages({ username: 'ada', password: 'x' })).toEqual([
    'At least 8 characters',
    'An uppercase letter',
    'A number',
    'A symbol, e.g. ! or #',
  ])
  expect(await messages({ username: 'ada', password: `Aa1!${'x'.repeat(253)}` })).toEqual([
    'At most 256 characters',
  ])
  expect(await messages({ username: 'ada', password: 'Correct-horse-7 ' })).toEqual([
    'No space at the beginning or the end',
  ])
})

test('messages in other words, or one of the own', async () => {
  expect(await messages({ password: 'Correct-horse' }, { words: german })).toEqual([
    german.texts['problem.required'],
    german.texts['rule.number'],
  ])
  const messageOf: ValidatorOptions['messageOf'] = ({ key }) =>
    key === 'required' ? 'Missing!' : undefined
  expect(await messages({ password: 'Correct-horse' }, { messageOf })).toEqual([
    'Missing!',
    'A number',
  ])
})

test('no message and no value contains what was typed', async () => {
  const secret = 'hunter2 hunter2'
  const result = validatorOf(view, 'submit')['~standard'].validate({
    username: secret,
    password: secret,
    attributes: { email: secret, phone_number: secret, birthdate: secret },
  })
  expect(result.issues?.length).toBeGreaterThan(4)
  expect(JSON.stringify(result.issues)).not.toContain('hunter2')
})

test('its types are those of the action', () => {
  const schema = validatorOf(view, 'submit')
  expectTypeOf<StandardSchemaV1.InferInput<typeof schema>>().toEqualTypeOf<SignUpForm>()
  expectTypeOf<StandardSchemaV1.InferOutput<typeof schema>>().toEqualTypeOf<SignUpForm>()
  const twice = validatorOf(view, 'submit', { repeatPassword: true })
  expectTypeOf<StandardSchemaV1.InferInput<typeof twice>>().toEqualTypeOf<
    SignUpForm & { passwordRepeat: string }
  >()
  expectTypeOf<StandardSchemaV1.InferOutput<typeof twice>>().toEqualTypeOf<SignUpForm>()
})

test('an action that is not on the screen is a compile error', () => {
  const check = (all: AuthView) => {
    // @ts-expect-error which screen it is has to be known
    validatorOf(all, 'submit')
    if (all.route === 'signIn') {
      const schema = validatorOf(all, 'submit')
      expectTypeOf<StandardSchemaV1.InferOutput<typeof schema>>().toEqualTypeOf<SignInForm>()
      // @ts-expect-error it takes nothing
      validatorOf(all, 'cancel')
      // @ts-expect-error there is no such action
      validatorOf(all, 'resend')
      // @ts-expect-error it is no action
      validatorOf(all, 'username')
    }
    if (all.route === 'signedIn') {
      const schema = validatorOf(all, 'changePassword')
      expectTypeOf<
        StandardSchemaV1.InferOutput<typeof schema>
      >().toEqualTypeOf<ChangePasswordForm>()
      // @ts-expect-error it checks a password and sends nothing
      validatorOf(all, 'checkPassword')
      // @ts-expect-error a key is no form
      validatorOf(all, 'forgetDevice')
    }
    // @ts-expect-error there is no such country
    validatorOf(all as ViewOf<'signUp'>, 'submit', { defaultCountry: 'UK' })
  }
  expect(check).toBeTypeOf('function')
})
