// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import type { Auth, SignUpForm, ViewOf } from '../../src/index.ts'
import { validatorOf } from '../../src/validators/index.ts'
import { control, email, lastCode, openPage, password, settled } from '../support/sandbox-auth.ts'

/** A form as a page without a framework has it: native fields, an element for messages, one listener. */
function showForm(names: readonly string[]): HTMLFormElement {
  document.body.innerHTML = `<form novalidate>${names.map((name) => `<input name="${name}"><p></p>`).join('')}</form>`
  return document.querySelector('form') as HTMLFormElement
}

const field = (form: HTMLFormElement, name: string) =>
  form.elements.namedItem(name) as HTMLInputElement

/** Names with a dot are members of a member. */
function valuesOf(form: HTMLFormElement): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const [name, value] of new FormData(form)) {
    const [first = '', second] = name.split('.')
    values[first] =
      second === undefined ? value : { ...(values[first] as object | undefined), [second]: value }
  }
  return values
}

const messages = (form: HTMLFormElement) =>
  [...form.querySelectorAll('p')].map(({ textContent }) => textContent).filter(Boolean)

function signUpForm(view: ViewOf<'signUp'>): HTMLFormElement {
  const form = showForm(['username', 'password', 'passwordRepeat', 'attributes.phone_number'])
  const schema = validatorOf(view, 'submit', { repeatPassword: true, defaultCountry: 'DE' })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    for (const message of form.querySelectorAll('p')) message.textContent = ''
    const result = schema['~standard'].validate(valuesOf(form))
    if (!result.issues) return view.submit(result.value satisfies SignUpForm)
    for (const { path, message } of result.issues.toReversed()) {
      const next = field(form, path.join('.')).nextElementSibling
      if (next) next.textContent = message
    }
  })
  return form
}

function send(form: HTMLFormElement, values: Record<string, string>) {
  for (const [name, value] of Object.entries(values)) field(form, name).value = value
  form.dispatchEvent(new Event('submit', { cancelable: true }))
}

async function openSignUp(auth: Auth): Promise<ViewOf<'signUp'>> {
  ;(await settled(auth, 'signIn')).goSignUp()
  return settled(auth, 'signUp')
}

test('a plain form signs up, from the first mistakes to the account', async () => {
  const page = openPage()
  const auth = page.load({ config: { loginWith: ['email'] } })
  const form = signUpForm(await openSignUp(auth))
  send(form, {
    username: 'ada',
    password: 'x',
    passwordRepeat: 'y',
    'attributes.phone_number': '1',
  })
  expect(messages(form)).toEqual([
    'This is not an email address. It looks like name@example.com.',
    'At least 8 characters',
    'The two passwords are not the same.',
    'This is not a phone number. Begin with + and the country code.',
  ])
  expect(page.sent).toEqual([])

  send(form, {
    username: ` ${email}`,
    password,
    passwordRepeat: password,
    'attributes.phone_number': '(030) 123 456',
  })
  const confirm = await settled(auth, 'confirmSignUp')
  expect(confirm.username).toBe(email)

  const code = showForm(['code'])
  const schema = validatorOf(confirm, 'submit')
  const validate = () => schema['~standard'].validate(valuesOf(code))
  field(code, 'code').value = '12 34'
  expect(validate().issues).toMatchObject([{ key: 'invalidCode', path: ['code'] }])
  field(code, 'code').value = [...(await lastCode(page))].join(' ')
  const result = validate()
  if (!result.issues) confirm.submit(result.value)
  const home = await settled(auth, 'signedIn')
  home.loadProfile()
  const profile = () => {
    const view = auth.getView()
    return view.route === 'signedIn' ? view.profile.data?.attributes : undefined
  }
  await expect.poll(profile).toMatchObject({ email, phone_number: '+4930123456' })
})

test('what a validator takes for a good password is what the pool takes, and no other', async () => {
  const page = openPage()
  const auth = page.load()
  const view = await openSignUp(auth)
  const passwords = [
    password,
    'Correct horse 7',
    'short-7A',
    'sho-7A',
    'no-upper-7',
    'NO-LOWER-7',
    'No-number-x',
    'NoSymbol7x',
    ` ${password}`,
    `${password} `,
    `${password}\t`,
    `Correct-7${'x'.repeat(247)}`,
    `Correct-7${'x'.repeat(248)}`,
    'Größe-ΑΒΓ',
    'Größe-ΑΒΓ-7a',
    'Correct７-horse',
  ]
  for (const [index, typed] of passwords.entries()) {
    const form = { username: `user${index}@example.com`, password: typed }
    const isGood = validatorOf(view, 'submit')['~standard'].validate(form).issues === undefined
    const response = await page.sandbox.fetch(page.sandbox.config.endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AWSCognitoIdentityProviderService.SignUp',
      },
      body: JSON.stringify({
        ClientId: page.sandbox.config.userPoolClientId,
        Username: form.username,
        Password: typed,
      }),
    })
    expect({ typed, isGood }).toEqual({ typed, isGood: response.ok })
  }
})

test('the policy of the configuration counts', async () => {
  const page = openPage()
  const passwordPolicy = {
    minLength: 6,
    requireUppercase: false,
    requireLowercase: false,
    requireNumbers: false,
    requireSymbols: false,
  }
  await control(page, '/pool', {
    Policies: {
      PasswordPolicy: {
        MinimumLength: 6,
        RequireUppercase: false,
        RequireLowercase: false,
        RequireNumbers: false,
        RequireSymbols: false,
      },
    },
  })
  const auth = page.load({ config: { passwordPolicy } })
  const view = await openSignUp(auth)
  const validate = (typed: string) =>
    validatorOf(view, 'submit')['~standard'].validate({ username: email, password: typed })
  expect(validate('horse').issues).toMatchObject([{ values: { rules: 'minLength', min: 6 } }])
  const result = validate('horses')
  if (!result.issues) view.submit(result.value)
  await settled(auth, 'confirmSignUp')
})
