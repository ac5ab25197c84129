import { mfaNames } from '@authchart/example-shared/mfa'
import { titles } from '@authchart/example-shared/titles'
import type { MfaType, ViewOf } from '@authchart/machine'
import { AuthForm } from '../form/auth-form.tsx'
import { RadioGroup } from '../form/radio-group.tsx'
import { GoBack } from './go-back.tsx'

export function SelectMfaType({ view }: { view: ViewOf<'selectMfaType'> }) {
  const isSetup = view.purpose === 'setup'
  return (
    <>
      <h1 tabIndex={-1}>{titles.selectMfaType}</h1>
      <p className="lead">
        {isSetup
          ? 'This account needs a second step at sign-in, besides the password. Choose one to set up now.'
          : 'Besides the password, this account needs a code. Choose where to get it from.'}
      </p>
      <AuthForm
        view={view}
        submitLabel="Continue"
        onSubmit={({ mfaType }) => view.submit({ mfaType: mfaType as MfaType })}
      >
        <RadioGroup
          legend={isSetup ? 'Set up' : 'Get a code by'}
          name="mfaType"
          options={view.options.map((value) => ({ value, label: mfaNames[value] }))}
          defaultValue={view.options[0]}
        />
      </AuthForm>
      <GoBack onClick={view.goSignIn} />
    </>
  )
}
