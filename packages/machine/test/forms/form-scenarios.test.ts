import { expect, onTestFinished, test } from 'vitest'
import { formOf } from '../../src/forms/index.ts'
import { type AuthConfig, createAuth, type ViewOf } from '../../src/index.ts'
import { english } from '../../src/words/index.ts'
import { lastCode, mustCallCognito, openPage, password, settled } from '../support/sandbox-auth.ts'
import {
  attributeFields,
  type FormScenario,
  loginScenarios,
  signUpScenarios,
} from './form-scenarios.ts'

const ids = { userPoolId: 'eu-west-1_AbCdEf123', userPoolClientId: 'abc' }
const attributeOf = { username: undefined, email: 'email', phone: 'phone_number' } as const

type Shape = (scenario: FormScenario) => AuthConfig | undefined

/** The attributes of `UsernameAttributes`; `undefined` where a shape cannot say what the scenario needs. */
function usernameAttributes({ loginWith }: FormScenario) {
  const names = loginWith.flatMap((mechanism) => attributeOf[mechanism] ?? [])
  return loginWith.includes('username') && names.length > 0 ? undefined : names
}

/** Those of a shape that has the required ones alone. */
function requiredNames({ signUpAttributes }: FormScenario) {
  const names = signUpAttributes.filter((attribute) => typeof attribute === 'string')
  return names.length === signUpAttributes.length ? names : undefined
}

const shapes: Readonly<Record<string, Shape>> = {
  'our own shape': ({ loginWith, signUpAttributes }) => ({ ...ids, loginWith, signUpAttributes }),
  'Amplify v1 to v5': ({ loginWith, signUpAttributes }) => ({
    Auth: { userPoolId: ids.userPoolId, userPoolWebClientId: 'abc', loginWith, signUpAttributes },
  }),
  'Amplify v6': ({ loginWith, signUpAttributes }) => ({
    Auth: {
      Cognito: {
        ...ids,
        loginWith: Object.fromEntries(loginWith.map((mechanism) => [mechanism, true])),
        userAttributes: Object.fromEntries(
          signUpAttributes.map((attribute) =>
            typeof attribute === 'string'
              ? [attribute, { required: true }]
              : [attribute.name, { required: attribute.required }],
          ),
        ),
      },
    },
  }),
  'aws-exports': (scenario) => {
    const [names, attributes] = [usernameAttributes(scenario), requiredNames(scenario)]
    if (!names || !attributes) return undefined
    return {
      aws_user_pools_id: ids.userPoolId,
      aws_user_pools_web_client_id: 'abc',
      aws_cognito_username_attributes: names.map((name) => name.toUpperCase()),
      aws_cognito_signup_attributes: attributes.map((name) => name.toUpperCase()),
    }
  },
  'amplify_outputs.json': (scenario) => {
    const [names, attributes] = [usernameAttributes(scenario), requiredNames(scenario)]
    if (!names || !attributes) return undefined
    return {
      auth: {
        user_pool_id: ids.userPoolId,
        user_pool_client_id: 'abc',
        username_attributes: names,
        standard_required_attributes: attributes,
      },
    }
  },
}

const cases = [...signUpScenarios, ...loginScenarios].flatMap((scenario) =>
  Object.entries(shapes).flatMap(
    ([shape, configOf]): [string, string, FormScenario, AuthConfig][] => {
      const config = configOf(scenario)
      return config ? [[scenario.title, shape, scenario, config]] : []
    },
  ),
)

test('there are the 19 scenarios of Amplify UI, the last one below, in each shape', () => {
  expect(signUpScenarios).toHaveLength(18)
  const inAllShapes = signUpScenarios.filter(({ title }) => {
    return cases.filter(([of]) => of === title).length === Object.keys(shapes).length
  })
  expect(inAllShapes).toEqual(signUpScenarios)
})

test.each(cases)(
  '%s: the views and the form of %s',
  async (_, __, { loginWith, signUp }, config) => {
    const auth = createAuth({ config, initial: {}, fetch: () => expect.fail('a request') })
    onTestFinished(() => auth.stop())
    const signInView = await settled(auth, 'signIn')
    const signInWith = [...signInView.loginWith].sort()
    expect(signInWith).toEqual([...loginWith].sort())
    signInView.goForgotPassword()
    const forgotPasswordView = await settled(auth, 'forgotPassword')
    expect(forgotPasswordView.loginWith).toBe(signInView.loginWith)
    forgotPasswordView.goSignIn()
    signInView.goSignUp()
    const view = await settled(auth, 'signUp')
    expect({ attributes: view.attributes, loginWith: view.loginWith }).toEqual(signUp)
    const { fields } = formOf(view)
    const [username] = fields
    expect(fields.map(({ name, isRequired }) => ({ name, isRequired }))).toEqual([
      { name: 'username', isRequired: true },
      { name: 'password', isRequired: true },
      ...signUp.attributes.map(({ name, isRequired }) => ({
        name: `attributes.${name}`,
        isRequired,
      })),
    ])
    expect(username?.label).toBe(usernameLabel(signUp.loginWith))
  },
)

function usernameLabel(loginWith: readonly string[]): string {
  const { texts } = english
  const one = {
    username: texts['field.username'],
    email: texts['field.email'],
    phone: texts['field.phone'],
  }
  const [only] = loginWith
  if (loginWith.length === 1) return one[only as keyof typeof one]
  return loginWith.includes('username') ? texts['field.username'] : texts['field.emailOrPhone']
}

const names = attributeFields.map(({ name }) => name)
const values = Object.fromEntries(attributeFields.map(({ name, value }) => [name, value]))
/** A pool that requires every standard attribute, as the one of the feature. */
const pool = {
  UsernameAttributes: [],
  SchemaAttributes: names.map((Name) => ({ Name, Required: true })),
}

test('a form with the fields of the view signs up, and without any one of them it does not', async () => {
  const page = openPage({ pool })
  const auth = page.load({ config: { signUpAttributes: [...names].reverse() } })
  ;(await settled(auth, 'signIn')).goSignUp()
  let view: ViewOf<'signUp'> = await settled(auth, 'signUp')
  expect(view.attributes.map(({ name }) => name)).toEqual([...names].reverse())
  for (const { name } of view.attributes) {
    const { [name]: _, ...others } = values
    view.submit({ username: 'ada', password, attributes: others })
    view = await settled(auth, 'signUp')
    expect(view.failure).toMatchObject({
      code: 'attributeRequired',
      field: `attributes.${name}`,
    })
  }
  const typed = names.map((name) => [`attributes.${name}`, values[name] ?? ''] as const)
  const form = formOf(view)
  expect(form.submit({ username: 'ada', password })).toEqual(
    Object.fromEntries(typed.map(([name]) => [name, { key: 'required' }])),
  )
  form.submit({ username: 'ada', password, ...Object.fromEntries(typed) })
  await settled(auth, 'confirmSignUp')
  expect(await lastCode(page)).toMatch(/^\d{6}$/)
})

test('a forced new password has every attribute that the pool requires', async () => {
  const page = openPage({ pool })
  await mustCallCognito(page, 'AdminCreateUser', {
    Username: 'ada',
    TemporaryPassword: password,
    MessageAction: 'SUPPRESS',
  })
  const auth = page.load({ config: { authenticationFlowType: 'USER_PASSWORD_AUTH' } })
  ;(await settled(auth, 'signIn')).submit({ username: 'ada', password })
  const view = await settled(auth, 'newPassword')
  expect(view.missingAttributes).toEqual(names)
  view.submit({ password: 'Another-horse-8', attributes: values })
  // Both contacts are there, and not verified yet.
  expect((await settled(auth, 'verifyContact')).contacts).toHaveLength(2)
})
