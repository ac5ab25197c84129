import { readFileSync } from 'node:fs'
import { type Auth, createAuth, defaultPasswordPolicy, type ViewOf } from '@authchart/machine'
import { validatorOf } from '@authchart/machine/validators'
import { createSandbox } from '@authchart/sandbox'
import { mount, type VueWrapper } from '@vue/test-utils'
import { useForm } from 'vee-validate-5'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { defineComponent, h, type Ref } from 'vue'
import { authPlugin, useAuthMachine } from '../src/index.ts'
import { useSignUpForm } from './guides/vee-validate.ts'

const started: Auth[] = []
afterEach(() => {
  for (const auth of started.splice(0)) auth.stop()
  localStorage.clear()
  sessionStorage.clear()
})

/** The form of the guide for the next version, which takes a Standard Schema. */
function useSignUpForm5(view: ViewOf<'signUp'>) {
  const { defineField, errorBag, handleSubmit } = useForm({
    validationSchema: validatorOf(view, 'submit', { defaultCountry: 'DE' }),
  })
  const fields = {
    username: defineField('username')[0],
    'attributes.email': defineField('attributes.email')[0],
    'attributes.phone_number': defineField('attributes.phone_number')[0],
    password: defineField('password')[0],
  }
  return { fields, errorBag, onSubmit: handleSubmit((form) => view.submit(form)) }
}

/** Opens the sign-up screen of an app whose form is the given one. */
async function open(use: typeof useSignUpForm): Promise<{ auth: Auth; screen: VueWrapper }> {
  const sandbox = createSandbox({ pool: { UsernameAttributes: [] } })
  const auth = createAuth({
    config: {
      ...sandbox.config,
      passwordPolicy: defaultPasswordPolicy,
      signUpAttributes: ['email', { name: 'phone_number', required: false }],
    },
    fetch: (input, init) => sandbox.fetch(input instanceof Request ? input : new URL(input), init),
  })
  started.push(auth)
  await auth.ready()
  const view = auth.getView()
  if (view.route === 'signIn') view.goSignUp()
  const Form = defineComponent({
    props: ['view'],
    setup(props: { view: ViewOf<'signUp'> }) {
      const { fields, errorBag, onSubmit } = use(props.view)
      return () =>
        h('form', { onSubmit, novalidate: true }, [
          ...Object.entries<Ref<unknown>>(fields).map(([name, value]) => [
            h('input', {
              name,
              value: value.value ?? '',
              onInput: ({ target }: InputEvent) => {
                if (target instanceof HTMLInputElement) value.value = target.value
              },
            }),
            ...(Object.entries(errorBag.value).find(([path]) => path === name)?.[1] ?? []).map(
              (message) => h('p', { role: 'alert' }, message),
            ),
          ]),
          h('button', 'Sign up'),
        ])
    },
  })
  const Screen = defineComponent({
    setup() {
      const view = useAuthMachine()
      return () =>
        view.value.route === 'signUp'
          ? h(Form, { view: view.value })
          : h('h1', `${view.value.route} ${'username' in view.value && view.value.username}`)
    },
  })
  return { auth, screen: mount(Screen, { global: { plugins: [[authPlugin, auth]] } }) }
}

const errorsOf = (screen: VueWrapper) => screen.findAll('[role=alert]').map((alert) => alert.text())

const typeInto = (screen: VueWrapper, name: string, text: string) =>
  screen.get(`[name="${name}"]`).setValue(text)

describe.each([
  ['VeeValidate 4', useSignUpForm],
  ['VeeValidate 5', useSignUpForm5],
])('%s', (_, use) => {
  test('shows what is missing, and sends nothing', async () => {
    const { auth, screen } = await open(use)
    await screen.get('form').trigger('submit')
    await vi.waitFor(() =>
      expect(errorsOf(screen)).toEqual(['Fill this in.', 'Fill this in.', 'Fill this in.']),
    )
    expect(auth.getView()).toMatchObject({ route: 'signUp', isPending: false, failure: undefined })
  })

  test('shows the rules of the password while it is typed', async () => {
    const { screen } = await open(use)
    await typeInto(screen, 'password', 'x')
    const rules = ['At least 8 characters', 'An uppercase letter', 'A number']
    await vi.waitFor(() => expect(errorsOf(screen)).toEqual([...rules, 'A symbol, e.g. ! or #']))
    await typeInto(screen, 'password', 'Correct-horse-7 ')
    await vi.waitFor(() =>
      expect(errorsOf(screen)).toEqual(['No space at the beginning or the end']),
    )
    await typeInto(screen, 'password', `Correct-7${'x'.repeat(248)}`)
    await vi.waitFor(() => expect(errorsOf(screen)).toEqual(['At most 256 characters']))
  })

  test('signs up with what was typed, tidied', async () => {
    const { screen } = await open(use)
    await typeInto(screen, 'username', ' ada\u200e')
    await typeInto(screen, 'attributes.email', 'ada@example.com ')
    await typeInto(screen, 'attributes.phone_number', '030 123 456')
    await typeInto(screen, 'password', 'Correct-horse')
    await screen.get('form').trigger('submit')
    await vi.waitFor(() => expect(errorsOf(screen)).toEqual(['A number']))
    await typeInto(screen, 'password', 'Correct-horse-7')
    await screen.get('form').trigger('submit')
    await vi.waitFor(() => expect(screen.get('h1').text()).toBe('confirmSignUp ada'))
  })
})

test('the guide shows the form that runs here', () => {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
  const guide = read('../../../docs/guides/form-libraries.md')
  expect(guide).toContain(`\`\`\`ts\n${read('guides/vee-validate.ts')}\`\`\``)
})
