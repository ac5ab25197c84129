import { attributeInput } from '@authchart/example-shared/attributes'
import { titles } from '@authchart/example-shared/titles'
import type { ViewOf } from '@authchart/machine'
import { AuthForm } from '../form/auth-form.tsx'
import { RadioGroup } from '../form/radio-group.tsx'
import { GoBack } from './go-back.tsx'

export function VerifyContact({ view }: { view: ViewOf<'verifyContact'> }) {
  return (
    <>
      <h1 tabIndex={-1}>{titles.verifyContact}</h1>
      <p className="lead">
        If you ever forget your password, we can only help you by an email or a phone that is
        verified. We will send a code to the one you choose.
      </p>
      <AuthForm
        view={view}
        submitLabel="Send the code"
        onSubmit={({ contact }) => view.submit({ attribute: contact })}
      >
        <RadioGroup
          legend="Verify"
          name="contact"
          options={view.contacts.map(({ attribute, value }) => ({
            value: attribute,
            label: `${attributeInput(attribute).label}: ${value}`,
          }))}
          defaultValue={view.contacts[0]?.attribute}
        />
      </AuthForm>
      <GoBack label="Skip for now" onClick={view.skip} />
    </>
  )
}
