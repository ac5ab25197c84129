// @vitest-environment-options { "url": "https://shop.example.com/" }
import type { Auth } from '@authchart/machine'
import type { FormOptions } from '@authchart/machine/forms'
import { english, withTexts } from '@authchart/machine/words'
import { renderToString } from '@vue/server-renderer'
import { expect, onTestFinished, test } from 'vitest'
import { createApp, createSSRApp, defineComponent, h, nextTick, shallowRef, type VNode } from 'vue'
import { testFormBinding } from '../../machine/test/support/form-bindings.ts'
import {
  createUser,
  openPage,
  settled,
  submitSignIn,
} from '../../machine/test/support/sandbox-auth.ts'
import { authPlugin, useAuthForm, type VueForm } from '../src/index.ts'

/** The options of each screen, which may change. */
type Screens = { value: readonly FormOptions[] }

function appOf(auth: Auth, screens: Screens, create = createApp, onRender?: () => void) {
  const Screen = defineComponent({
    props: { index: { type: Number, required: true } },
    setup({ index }) {
      const form = useAuthForm(() => ({ ...screens.value[index] }))
      return () => {
        onRender?.()
        return showForm(form.value)
      }
    },
  })
  return create({
    setup: () => () => screens.value.map((_, index) => h(Screen, { index })),
  }).use(authPlugin, auth)
}

function showForm(form: VueForm): VNode[] {
  return [
    h('form', { key: form.key, ...form.formProps }, [
      h('h1', form.titleProps, form.title),
      h('p', { role: 'status' }, form.status),
      form.error && h('p', { role: 'alert' }, form.error),
      form.accountProps && h('input', form.accountProps),
      form.fields.map((field) =>
        h('div', { key: field.name, ...field.groupProps }, [
          h('label', { for: field.inputProps.id }, field.label),
          field.options.length === 0 && h('input', field.inputProps),
          field.options.map((option) =>
            h('label', { key: option.value }, [h('input', option.inputProps), option.label]),
          ),
          h(
            'ul',
            field.rulesProps,
            field.rules.map((rule) => h('li', { key: rule.rule, ...rule.props }, rule.label)),
          ),
          field.error && h('em', field.errorProps, field.error),
        ]),
      ),
      form.submitLabel && h('button', form.submitProps, form.submitLabel),
      form.actions.map((action) =>
        h('button', { key: action.name, ...action.buttonProps }, action.label),
      ),
    ]),
    ...form.sections.flatMap(showForm),
  ]
}

testFormBinding({
  mount(auth, element, all, onRender) {
    const screens = shallowRef(all)
    const app = appOf(auth, screens, createApp, onRender)
    app.mount(element)
    return {
      render: (options) => {
        screens.value = [options]
      },
      unmount: () => app.unmount(),
    }
  },
  renderToString: (auth) => renderToString(appOf(auth, { value: [{}] }, createSSRApp)),
  hydrate(auth, element) {
    const screens = shallowRef<readonly FormOptions[]>([{}])
    const app = appOf(auth, screens, createSSRApp)
    app.mount(element)
    return {
      render: (options) => {
        screens.value = [options]
      },
      unmount: () => app.unmount(),
    }
  },
})

test('a field renders again only when it has changed', async () => {
  const auth = openPage().load()
  const { submit } = await settled(auth, 'signIn')
  const renders: string[] = []
  const Field = defineComponent({
    props: { field: { type: Object, required: true } },
    setup: (props) => () => {
      renders.push(props.field.name)
      return h('p', props.field.error)
    },
  })
  const words = shallowRef(english)
  const Form = defineComponent(() => {
    const form = useAuthForm(() => ({ words: words.value }))
    return () => {
      renders.push('form')
      return form.value.fields.map((field) => h(Field, { key: field.name, field }))
    }
  })
  const app = createApp(Form).use(authPlugin, auth)
  app.mount(document.createElement('div'))
  onTestFinished(() => app.unmount())
  expect(renders.splice(0)).toEqual(['form', 'username', 'password'])
  submit({ username: 'ada', password: 'secret' })
  await nextTick()
  // Begins with the user name from now on.
  expect(renders.splice(0)).toEqual(['form', 'username'])
  words.value = withTexts(english, { 'field.password': 'Passphrase' })
  await nextTick()
  expect(renders).toEqual(['form', 'password'])
})

test('the fields of a section are the same objects after a change of its title', async () => {
  const page = openPage()
  await createUser(page)
  const auth = page.load()
  await submitSignIn(auth)
  await settled(auth, 'signedIn')
  const words = shallowRef(english)
  const forms: VueForm[] = []
  const Account = defineComponent(() => {
    const form = useAuthForm(() => ({ words: words.value }))
    return () => {
      forms.push(form.value)
      return h('h1', form.value.title)
    }
  })
  const app = createApp(Account).use(authPlugin, auth)
  app.mount(document.createElement('div'))
  onTestFinished(() => app.unmount())
  words.value = withTexts(english, { 'title.changePassword': 'Another password' })
  await nextTick()
  const [before, after] = forms.map(({ sections }) =>
    sections.find(({ name }) => name === 'changePassword'),
  )
  expect(after?.title).toBe('Another password')
  expect(after?.fields.map(({ name }) => name)).toEqual(['previousPassword', 'password'])
  after?.fields.forEach((field, index) => {
    expect(field).toBe(before?.fields[index])
  })
})
