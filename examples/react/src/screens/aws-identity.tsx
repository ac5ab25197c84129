import { awsIdentityLoading, readAwsIdentity } from '@authchart/example-shared/aws-identity'
import { messageOf } from '@authchart/example-shared/messages'
import { useAuth } from '@authchart/react'
import { useState } from 'react'

/** The AWS identity of this page's user, read on demand. */
export function AwsIdentity({ kind }: { kind: 'Guest' | 'User' }) {
  const auth = useAuth()
  const [{ data, isLoading, failure }, setReading] = useState({
    ...awsIdentityLoading,
    isLoading: false,
  })

  async function load() {
    setReading(awsIdentityLoading)
    setReading(await readAwsIdentity(auth.credentials))
  }

  return (
    <>
      <div aria-live="polite">
        {isLoading && <p className="hint">Loading the AWS identity…</p>}
        {data && (
          <dl className="facts">
            <dt>Identity id</dt>
            <dd>
              <code>{data.identityId}</code>
            </dd>
            <dt>Kind</dt>
            <dd>{kind}</dd>
            <dt>Credentials valid until</dt>
            <dd>{data.validUntil}</dd>
          </dl>
        )}
      </div>
      {failure && (
        <p className="alert" role="alert">
          {messageOf(failure)}
        </p>
      )}
      <div className="actions">
        <button type="button" aria-busy={isLoading} onClick={load}>
          {failure ? 'Try again' : 'Get AWS credentials'}
        </button>
      </div>
    </>
  )
}
