// @vitest-environment-options { "url": "https://shop.example.com/" }
import type { Auth } from '@authchart/machine'
import type { FormOptions } from '@authchart/machine/forms'
import { StrictMode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, hydrateRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { testFormBinding } from '../../machine/test/support/form-bindings.ts'
import { AuthProvider, type ReactForm, useAuthForm } from '../src/index.ts'

interface ScreenProps {
  readonly options?: FormOptions | undefined
  readonly onRender?: (() => void) | undefined
}

function Screen({ options, onRender }: ScreenProps) {
  onRender?.()
  return <Form form={useAuthForm({ ...options })} />
}

function Form({ form }: { form: ReactForm }) {
  return (
    <>
      <form key={form.key} {...form.formProps}>
        <h1 {...form.titleProps}>{form.title}</h1>
        <p role="status">{form.status}</p>
        {form.error && <p role="alert">{form.error}</p>}
        {form.accountProps && <input {...form.accountProps} />}
        {form.fields.map((field) => (
          <div key={field.name} {...field.groupProps}>
            <label htmlFor={field.inputProps.id}>{field.label}</label>
            {field.options.length === 0 && <input {...field.inputProps} />}
            {field.options.map((option) => (
              <label key={option.value}>
                <input {...option.inputProps} /> {option.label}
              </label>
            ))}
            <ul {...field.rulesProps}>
              {field.rules.map((rule) => (
                <li key={rule.rule} {...rule.props}>
                  {rule.label}
                </li>
              ))}
            </ul>
            {field.error && <em {...field.errorProps}>{field.error}</em>}
          </div>
        ))}
        {form.submitLabel && <button {...form.submitProps}>{form.submitLabel}</button>}
        {form.actions.map((action) => (
          <button key={action.name} {...action.buttonProps}>
            {action.label}
          </button>
        ))}
      </form>
      {form.sections.map((section) => (
        <Form key={section.name} form={section} />
      ))}
    </>
  )
}

const tree = (auth: Auth, screens: readonly ScreenProps[]) => (
  <StrictMode>
    <AuthProvider auth={auth}>
      {screens.map((screen, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they stay where they are
        <Screen key={index} {...screen} />
      ))}
    </AuthProvider>
  </StrictMode>
)

function handleOf(root: Root, auth: Auth, onRender?: () => void) {
  return {
    render: (options: FormOptions) =>
      flushSync(() => root.render(tree(auth, [{ options, onRender }]))),
    unmount: () => flushSync(() => root.unmount()),
  }
}

testFormBinding({
  mount(auth, element, all, onRender) {
    const root = createRoot(element)
    const screens = all.map((options) => ({ options, onRender }))
    flushSync(() => root.render(tree(auth, screens)))
    return handleOf(root, auth, onRender)
  },
  renderToString: (auth) => renderToString(tree(auth, [{}])),
  hydrate: (auth, element) =>
    handleOf(
      flushSync(() => hydrateRoot(element, tree(auth, [{}]))),
      auth,
    ),
})
