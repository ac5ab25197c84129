import type { Auth } from '@authchart/machine'
import type { AuthForm, FormStore } from '@authchart/machine/forms'
import { Index, Show } from 'solid-js'
import { createAuthForm } from './auth-form.ts'

/** What an input begins with: its value itself belongs to the user. */
declare module 'solid-js' {
  namespace JSX {
    interface ExplicitProperties {
      defaultValue: string
      defaultChecked: boolean
    }
  }
}

/** Every screen: sign-in, sign-up, codes, second factors, the account. */
export function AuthScreens(props: { auth: Auth }) {
  const { store, form } = createAuthForm(props.auth)
  return <Form form={form()} store={store} />
}

/** `Index` and not `For`: a field is the same one while its texts change. */
function Form(props: { form: AuthForm; store: FormStore }) {
  return (
    <>
      <Show keyed when={props.form.key}>
        <form {...props.form.attributes} ref={props.store.attach} onSubmit={props.store.onSubmit}>
          <h1 {...props.form.titleAttributes}>{props.form.title}</h1>
          <p role="status">{props.form.status}</p>
          <p>{props.form.text}</p>
          <Show when={props.form.setup}>{(setup) => <code>{setup().key()}</code>}</Show>
          <Show when={props.form.error}>
            <p role="alert">{props.form.error}</p>
          </Show>
          <Show when={props.form.accountAttributes}>
            <input {...props.form.accountAttributes} />
          </Show>
          <Index each={props.form.fields}>
            {(field) => (
              <div {...(field().kind === 'choice' ? field().attributes : {})}>
                <label for={String(field().attributes.id)}>{field().label}</label>
                <Show when={field().options.length === 0}>
                  <input
                    {...field().attributes}
                    prop:defaultValue={String(field().initial ?? field().attributes.value ?? '')}
                  />
                </Show>
                <Index each={field().options}>
                  {(option) => (
                    <label>
                      <input {...option().attributes} prop:defaultChecked={option().isInitial} />{' '}
                      {option().label}
                    </label>
                  )}
                </Index>
                <Show when={field().hint}>
                  <small {...field().hintAttributes}>{field().hint}</small>
                </Show>
                <Show when={field().error}>
                  <em {...field().errorAttributes}>{field().error}</em>
                </Show>
              </div>
            )}
          </Index>
          <Show when={props.form.submitLabel}>
            <button {...props.form.submitAttributes}>{props.form.submitLabel}</button>
          </Show>
          <Index each={props.form.actions}>
            {(action) => (
              <button {...action().attributes} onClick={props.store.onAction}>
                {action().label}
              </button>
            )}
          </Index>
        </form>
      </Show>
      <Index each={props.form.sections}>
        {(section) => <Form form={section()} store={props.store} />}
      </Index>
    </>
  )
}
