import {
  type AwsIdentity as Identity,
  readAwsIdentity,
} from '@authchart/example-shared/aws-identity'
import { useAuth } from '@authchart/react'
import { useState } from 'react'

/** The AWS identity of this page's user, read on demand. */
export function AwsIdentity({ kind }: { kind: 'Guest' | 'User' }) {
  const { credentials } = useAuth()
  const [{ isLoading = false, identityId, validUntil, error }, setIdentity] = useState<Identity>({})

  async function load() {
    setIdentity({ isLoading: true })
    setIdentity(await readAwsIdentity(credentials))
  }

  return (
    <>
      <div aria-live="polite">
        {isLoading && <p className="hint">Loading the AWS identity…</p>}
        {identityId && (
          <dl className="facts">
            <dt>Identity id</dt>
            <dd>
              <code>{identityId}</code>
            </dd>
            <dt>Kind</dt>
            <dd>{kind}</dd>
            <dt>Credentials valid until</dt>
            <dd>{validUntil}</dd>
          </dl>
        )}
      </div>
      <p className="alert" role="alert">
        {error}
      </p>
      <button type="button" aria-busy={isLoading} onClick={load}>
        {error ? 'Try again' : 'Get AWS credentials'}
      </button>
    </>
  )
}
