import { federatedInput, tokenProviders } from '@authchart/example-shared/provider-token'
import type { ViewOf } from '@authchart/machine'
import { useAuth } from '@authchart/react'
import { useState } from 'react'
import { AuthForm } from '../form/auth-form.tsx'
import { SelectField } from '../form/select-field.tsx'
import { TextField } from '../form/text-field.tsx'

const plain = { autoComplete: 'off', autoCapitalize: 'off', spellCheck: false } as const

/** For apps that have a provider's own SDK: its token is good for AWS credentials alone. */
export function TokenSignIn({ view }: { view: ViewOf<'signIn'> }) {
  const auth = useAuth()
  const [provider, setProvider] = useState('google')
  return (
    <details className="more">
      <summary>Sign in with a provider’s token</summary>
      <AuthForm
        view={view}
        submitLabel="Sign in with the token"
        // The view shows the result.
        onSubmit={(values) =>
          auth.federatedSignIn(...federatedInput(values)).catch(() => undefined)
        }
      >
        <SelectField
          label="Provider"
          name="provider"
          options={tokenProviders}
          onChange={(event) => setProvider(event.currentTarget.value)}
        />
        {provider === 'openId' && (
          <TextField
            label="Issuer"
            name="issuer"
            hint="Its host, like login.example.com."
            {...plain}
          />
        )}
        {provider === 'developer' && (
          <TextField
            label="Identity id"
            name="identityId"
            hint="It came with the token."
            {...plain}
          />
        )}
        <TextField label="Token" name="token" {...plain} />
        <TextField
          label="Your name (optional)"
          name="displayName"
          autoComplete="name"
          required={false}
        />
      </AuthForm>
    </details>
  )
}
