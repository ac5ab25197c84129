import { qrPath } from '@authchart/example-shared/qr-path'
import type { Secret } from '@authchart/machine'
import { useState } from 'react'

/** How to bring the key into an authenticator app: by camera, or by hand. */
export function TotpSecret({ secret, uri }: { secret: Secret; uri: string }) {
  const [copied, setCopied] = useState('')
  const { size, path } = qrPath(uri)

  function copy() {
    navigator.clipboard.writeText(secret.reveal()).then(
      () => setCopied('Copied.'),
      () => setCopied('Your browser does not allow it: select the key and copy it.'),
    )
  }

  return (
    <ol className="steps">
      <li>
        <p>Scan this with your authenticator app:</p>
        <svg
          className="qr"
          role="img"
          aria-label="QR code for your authenticator app"
          viewBox={`0 0 ${size} ${size}`}
          shapeRendering="crispEdges"
        >
          <path d={path} />
        </svg>
        <p>Or type this key into the app:</p>
        <code className="secret">{secret.reveal()}</code>
        <button type="button" onClick={copy}>
          Copy the key
        </button>
        <span className="hint" aria-live="polite">
          {copied}
        </span>
      </li>
      <li>
        <p>Type the code that the app shows now.</p>
      </li>
    </ol>
  )
}
