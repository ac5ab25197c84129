import { regainFocus } from '@authchart/example-shared/focus'
import { titles } from '@authchart/example-shared/titles'
import type { ViewOf } from '@authchart/machine'
import { useEffect, useRef } from 'react'
import { AuthForm } from '../form/auth-form.tsx'
import { CodeField } from '../form/code-field.tsx'
import { TextField } from '../form/text-field.tsx'
import { GoBack } from './go-back.tsx'
import { TotpSecret } from './totp-secret.tsx'

export function SetupTotp({ view }: { view: ViewOf<'setupTotp'> }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const isAssociating = view.pending === 'associating'

  // The button that cancels is gone then.
  useEffect(() => (isAssociating ? () => regainFocus(heading.current) : undefined), [isAssociating])

  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {titles.setupTotp}
      </h1>
      <Step view={view} />
      <GoBack label="Leave without setting it up" onClick={view.leave} />
    </>
  )
}

function Step({ view }: { view: ViewOf<'setupTotp'> }) {
  const { secret, isVerified, canRetry, submit, retry } = view
  // After a reload there is no secret to show, and none is needed any more.
  if (canRetry || (isVerified && !secret)) {
    return (
      <>
        <p className="lead">
          {isVerified
            ? 'Your app is set up, but we could not finish here.'
            : 'There is no key for your app yet.'}
        </p>
        <AuthForm view={view} submitLabel="Try again" onSubmit={retry} />
      </>
    )
  }
  const uri = view.setupUri('Authchart')
  if (!secret || !uri) {
    return (
      <>
        <p className="lead">One moment, we are getting a key…</p>
        <div className="actions">
          <button type="button" onClick={view.cancel}>
            Cancel
          </button>
        </div>
      </>
    )
  }
  return (
    <>
      <TotpSecret secret={secret} uri={uri} />
      <AuthForm
        view={view}
        submitLabel="Confirm"
        onSubmit={({ code, deviceName }) =>
          submit({ code, deviceName: deviceName === '' ? undefined : deviceName })
        }
      >
        <CodeField label="Code" />
        <TextField
          label="Name of your app or phone (optional)"
          name="deviceName"
          autoComplete="off"
          required={false}
        />
      </AuthForm>
    </>
  )
}
