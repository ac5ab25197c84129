/** A sign-in by `useAuthForm()` of `@authchart/vue`. */
import { createAuth } from '@authchart/machine'
import { AuthGate, authPlugin, useAuthForm, useAuthUser, type VueForm } from '@authchart/vue'
import { createApp, defineComponent, h, type PropType } from 'vue'
import { countRender } from './count-render.ts'

const Field = defineComponent({
  props: { field: { type: Object as PropType<VueForm['fields'][number]>, required: true } },
  setup: (props) => () => {
    countRender('Field')
    const { label, inputProps, error, errorProps } = props.field
    return h('label', [label, h('input', inputProps), error && h('em', errorProps, error)])
  },
})

const Form = defineComponent({
  props: { form: { type: Object as PropType<VueForm>, required: true } },
  setup: (props) => () => {
    countRender('Form')
    const { key, title, error, fields, submitLabel, formProps, titleProps, submitProps } =
      props.form
    return h('form', { key, ...formProps }, [
      h('h1', titleProps, title),
      error && h('p', { role: 'alert' }, error),
      fields.map((field) => h(Field, { key: field.name, field })),
      h('button', submitProps, submitLabel),
    ])
  },
})

const Screens = defineComponent(() => {
  const form = useAuthForm()
  return () => {
    countRender('Screens')
    return h(Form, { form: form.value })
  }
})

const Home = defineComponent(() => {
  const user = useAuthUser()
  return () => {
    countRender('Home')
    return h('p', { 'data-home': '' }, user.value.username)
  }
})

createApp(() => h(AuthGate, null, { default: () => h(Home), fallback: () => h(Screens) }))
  .use(authPlugin, createAuth({ config: window.bench }))
  .mount('body')
