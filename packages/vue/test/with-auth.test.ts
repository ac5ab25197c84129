import { mount } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import {
  createUser,
  email,
  openPage,
  settled,
  submitSignIn,
} from '../../machine/test/support/sandbox-auth.ts'
import { authPlugin, useAuthMachine, useAuthUser, withAuth } from '../src/index.ts'

const Route = defineComponent({
  setup() {
    const route = useAuthMachine((view) => view.route)
    return () => h('i', route.value)
  },
})

const Name = defineComponent({
  setup() {
    const user = useAuthUser()
    return () => h('b', user.value.name)
  },
})

const App = defineComponent({
  props: { title: String, user: Object, greeting: Object, signOut: Function },
  setup: (props) => {
    return () =>
      h(
        'button',
        { onClick: props.signOut },
        `${props.title} ${props.user?.email} ${props.greeting?.name}`,
      )
  },
})

async function openSignedIn() {
  const page = openPage()
  await createUser(page, { name: 'Ada' })
  const auth = page.load()
  await submitSignIn(auth)
  return { auth, home: await settled(auth, 'signedIn') }
}

const patient = { timeout: 5_000 }

test('withAuth gives the app its own props, the user, a greeting and signOut', async () => {
  const page = openPage()
  await createUser(page, { name: 'Ada' })
  const auth = page.load()
  const wrapped = withAuth(App, {
    auth,
    screens: Route,
    greeting: defineComponent({
      props: ['greeting'],
      setup:
        ({ greeting }) =>
        () =>
          h('p', `Hello, ${greeting.name}`),
    }),
    pending: () => h('em', 'Please wait'),
  })
  const shown = mount(wrapped, { attrs: { title: 'Shop' } })
  expect(shown.html()).toContain('<em>Please wait</em>')
  await vi.waitFor(() => expect(shown.html()).toBe('<i>signIn</i>'), patient)
  await submitSignIn(auth)
  await vi.waitFor(() => expect(shown.get('button').text()).toBe(`Shop ${email} Ada`), patient)
  expect(shown.get('p').text()).toBe('Hello, Ada')
  await shown.get('button').trigger('click')
  await vi.waitFor(() => expect(shown.html()).toBe('<i>signIn</i>'), patient)
})

test('an app that declares no props gets none into the page', async () => {
  const { auth } = await openSignedIn()
  const plain = defineComponent({ setup: () => () => h('b', 'Shop') })
  expect(mount(withAuth(plain, { auth, screens: Route })).html()).toBe('<b>Shop</b>')
})

test('the app of withAuth does not render for a task of the account', async () => {
  const { auth, home } = await openSignedIn()
  let renders = 0
  const counted = defineComponent({
    props: ['user', 'greeting', 'signOut'],
    setup: () => () => {
      renders += 1
      return h('b')
    },
  })
  mount(withAuth(counted, { auth, screens: Route }))
  home.loadProfile()
  await vi.waitFor(
    () =>
      expect(auth.getView()).toMatchObject({ profile: { data: { attributes: { name: 'Ada' } } } }),
    patient,
  )
  expect(renders).toBe(1)
})

test('useAuthUser says what to do without a signed-in user', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const auth = openPage().load()
  await settled(auth, 'signIn')
  expect(() => mount(Name, { global: { plugins: [[authPlugin, auth]] } })).toThrow(
    'useAuthUser() needs a signed-in user: call it below <AuthGate>',
  )
})

test('a component that outlives the session keeps the user whom it has shown', async () => {
  const { auth, home } = await openSignedIn()
  const both = defineComponent(() => () => [h(Name), h(Route)])
  const shown = mount(both, { global: { plugins: [[authPlugin, auth]] } })
  home.signOut()
  await vi.waitFor(() => expect(shown.get('i').text()).toBe('signIn'), patient)
  expect(shown.get('b').text()).toBe('Ada')
})
