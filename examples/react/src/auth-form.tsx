import { groupActions, toolsOf } from '@authchart/example-shared/actions'
import type { ReactForm } from '@authchart/react'
import type { ReactNode } from 'react'
import { Field } from './field.tsx'
import { SetupKey } from './setup-key.tsx'

interface AuthFormProps {
  form: ReactForm
  /** The element of the title. */
  heading?: 'h1' | 'h2'
  /** What an app adds to the form, below its text. */
  children?: ReactNode
}

/** Every screen, and every task of the account. */
export function AuthForm({ form, heading: Heading = 'h1', children }: AuthFormProps) {
  const { actions, fields, setup, submitLabel } = form
  const { buttons, providers, links } = groupActions(actions)
  return (
    <form key={form.key} {...form.formProps}>
      <Heading {...form.titleProps}>{form.title}</Heading>
      {form.text && <p className="lead">{form.text}</p>}
      {setup && <SetupKey setup={setup} />}
      {children}
      {form.accountProps && <input {...form.accountProps} />}
      {fields.map((field) => (
        <Field key={field.name} field={field}>
          <Actions
            className="tools"
            actions={toolsOf(actions, field.name.replace(/^attributes\./, ''))}
          />
        </Field>
      ))}
      <p className="alert" role="alert">
        {form.error}
      </p>
      <Actions className="actions" actions={buttons}>
        {submitLabel && <button {...form.submitProps}>{submitLabel}</button>}
      </Actions>
      <Actions className="providers" actions={providers} />
      <Actions className="links" actions={links} />
    </form>
  )
}

interface ActionsProps {
  className: string
  actions: ReactForm['actions']
  /** Before them. */
  children?: ReactNode
}

/** Some actions of a form in a row. */
export function Actions({ className, actions, children }: ActionsProps) {
  if (actions.length === 0 && !children) return null
  return (
    <div className={className}>
      {children}
      {actions.map(({ name, label, buttonProps }) => (
        <button key={name} {...buttonProps}>
          {label}
        </button>
      ))}
    </div>
  )
}
