import { titles } from '@authchart/example-shared/titles'
import type { ViewOf } from '@authchart/machine'
import { Fragment } from 'react'
import { AuthForm } from '../form/auth-form.tsx'
import { TextField } from '../form/text-field.tsx'
import { GoBack } from './go-back.tsx'

export function CustomChallenge({ view }: { view: ViewOf<'customChallenge'> }) {
  const { question, ...others } = view.parameters
  const facts = Object.entries(others)
  return (
    <>
      <h1 tabIndex={-1}>{titles.customChallenge}</h1>
      {/* The next question comes on the same screen. */}
      <div aria-live="polite">
        {view.round > 1 && <p className="lead">Another question, number {view.round}:</p>}
        {question && <p className="question">{question}</p>}
        {facts.length > 0 && (
          <dl className="facts">
            {facts.map(([name, value]) => (
              <Fragment key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </Fragment>
            ))}
          </dl>
        )}
      </div>
      <AuthForm view={view} submitLabel="Answer" onSubmit={({ answer }) => view.submit({ answer })}>
        <TextField
          label="Your answer"
          name="answer"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
      </AuthForm>
      <GoBack onClick={view.goSignIn} />
    </>
  )
}
