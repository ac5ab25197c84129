import {
  checkChoice,
  choiceOf,
  mfaChoices,
  mfaNames,
  mfaTypes,
  preferenceOf,
  stateOf,
} from '@authchart/example-shared/mfa'
import { sectionTitles } from '@authchart/example-shared/titles'
import type { Profile, ViewOf } from '@authchart/machine'
import { AuthForm } from '../../form/auth-form.tsx'
import { RadioGroup } from '../../form/radio-group.tsx'
import { Section } from './section.tsx'

interface SecondFactorsProps {
  view: ViewOf<'signedIn'>
  mfa: Profile['mfa']
}

export function SecondFactors({ view, mfa }: SecondFactorsProps) {
  return (
    <Section title={sectionTitles.secondFactors}>
      <dl className="facts pairs">
        {mfaTypes.map((type) => (
          <div key={type}>
            <dt>{mfaNames[type]}</dt>
            <dd>{stateOf(type, mfa)}</dd>
          </div>
        ))}
      </dl>
      <div className="actions">
        <button type="button" disabled={view.isPending} onClick={view.setupTotp}>
          Set up an authenticator app
        </button>
      </div>
      <AuthForm
        view={view}
        submitLabel="Save the choice"
        stored={JSON.stringify(mfa)}
        check={({ mfaType }) => checkChoice(mfaType, mfa)}
        onSubmit={({ mfaType }) => view.setMfaPreference(preferenceOf(mfaType, mfa))}
      >
        <RadioGroup
          legend="Ask me first for a code by"
          name="mfaType"
          options={mfaChoices(mfa)}
          defaultValue={choiceOf(mfa)}
        />
      </AuthForm>
    </Section>
  )
}
