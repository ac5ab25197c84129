/** The same sign-in by `useAuthenticator()` of `@aws-amplify/ui-vue`. */
import { useAuthenticator } from '@aws-amplify/ui-vue'
import { Amplify } from 'aws-amplify'
import { createApp, defineComponent, h, watchEffect } from 'vue'
import { amplifyConfig, fieldsOf } from '../amplify-settings.ts'
import { countRender } from './count-render.ts'

Amplify.configure(amplifyConfig())

const Field = defineComponent({
  props: { name: { type: String, required: true } },
  setup:
    ({ name }) =>
    () => {
      countRender('Field')
      return h('label', [
        name,
        h('input', { name, type: name === 'password' ? 'password' : 'text' }),
      ])
    },
})

const Form = defineComponent({
  props: { route: { type: String, required: true } },
  setup(props) {
    const auth = useAuthenticator()
    return () => {
      countRender('Form')
      const { route } = props
      return h(
        'form',
        {
          key: route,
          'data-authform': route,
          onInput: ({ target }: Event) => {
            const { name, value } = target as HTMLInputElement
            auth.updateForm({ name, value })
          },
          onSubmit: (event: Event) => {
            event.preventDefault()
            auth.submitForm(
              Object.fromEntries(new FormData(event.currentTarget as HTMLFormElement)),
            )
          },
        },
        [
          h('h1', route),
          auth.error && h('p', { role: 'alert' }, auth.error),
          fieldsOf(route).map((name) => h(Field, { key: name, name })),
          h('button', { type: 'submit', disabled: auth.isPending }, 'Submit'),
        ],
      )
    }
  },
})

const Home = defineComponent(() => {
  const auth = useAuthenticator()
  return () => {
    countRender('Home')
    return h('p', { 'data-home': '' }, auth.user?.username)
  }
})

const Screens = defineComponent(() => {
  const auth = useAuthenticator()
  // Once, as `<Authenticator>` does it.
  let isBegun = false
  watchEffect(() => {
    if (isBegun || auth.route !== 'setup') return
    isBegun = true
    auth.initializeMachine({})
  })
  return () => {
    countRender('Screens')
    return auth.route === 'authenticated' ? h(Home) : h(Form, { route: auth.route })
  }
})

createApp(Screens).mount('body')
