import { titles } from '@authchart/example-shared/titles'
import type { ViewOf } from '@authchart/machine'
import { AuthForm } from '../form/auth-form.tsx'
import { CodeField } from '../form/code-field.tsx'
import { GoBack } from './go-back.tsx'

export function ConfirmSignIn({ view }: { view: ViewOf<'confirmSignIn'> }) {
  return (
    <>
      <h1 tabIndex={-1}>{titles.confirmSignIn}</h1>
      <p className="lead">
        <Instruction view={view} />
      </p>
      <AuthForm
        view={view}
        submitLabel="Confirm"
        onSubmit={({ code, rememberDevice }) =>
          view.submit({ code, rememberDevice: rememberDevice !== '' })
        }
      >
        <CodeField label="Code" />
        <div className="field">
          <label className="choice">
            <input type="checkbox" name="rememberDevice" />
            Remember this device
          </label>
        </div>
      </AuthForm>
      <GoBack onClick={view.goSignIn} />
    </>
  )
}

function Instruction({
  view: { mfaType, destination, deviceName },
}: {
  view: ViewOf<'confirmSignIn'>
}) {
  const app = deviceName ? <strong>{deviceName}</strong> : 'your authenticator app'
  const place = <strong>{destination ?? 'you'}</strong>
  switch (mfaType) {
    case 'TOTP':
      return <>Open {app} and type the code that it shows for this account.</>
    case 'SMS':
      return <>We sent a code by text message to {place}. Type it here to go on.</>
    case 'EMAIL':
      return <>We sent a code by email to {place}. Type it here to go on.</>
  }
}
