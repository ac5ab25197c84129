/** A sign-in by `useAuthForm()` of `@authchart/vue`, with every screen. */
import { createAuth } from '@authchart/machine'
import { authPlugin, useAuthForm } from '@authchart/vue'
import { createApp, defineComponent, h } from 'vue'

const Screens = defineComponent(() => {
  const form = useAuthForm()
  return () => {
    const {
      key,
      route,
      title,
      titleProps,
      error,
      fields,
      actions,
      formProps,
      submitProps,
      submitLabel,
    } = form.value
    const home = route === 'signedIn' ? { 'data-home': '' } : {}
    return h('form', { key, ...formProps }, [
      h('h1', { ...home, ...titleProps }, title),
      h('p', { role: 'alert' }, error),
      fields.map(({ name, label, inputProps }) =>
        h('label', { key: name }, [label, h('input', inputProps)]),
      ),
      submitLabel && h('button', submitProps, submitLabel),
      actions.map(({ name, label, buttonProps }) =>
        h('button', { key: name, ...buttonProps }, label),
      ),
    ])
  }
})

createApp(Screens)
  .use(authPlugin, createAuth({ config: window.bench }))
  .mount('body')
