import { CopyButton } from './copy-button.tsx'
import { usePhone } from './use-phone.ts'

/** The messages that Cognito would have sent, newest first. */
export function Outbox() {
  const { messages } = usePhone()
  const [newest] = messages
  return (
    <section className="panel" aria-labelledby="outbox-title">
      <h2 id="outbox-title">Outbox</h2>
      {/* There before its text: only then it is read out. */}
      <p className="visually-hidden" role="status">
        {newest && `New message to ${newest.to}: ${newest.code}`}
      </p>
      {messages.length === 0 && <p className="hint">Codes by e-mail and SMS arrive here.</p>}
      <ul className="messages">
        {messages.map(({ id, at, medium, to, code, body }) => (
          <li key={id}>
            <p className="hint">
              {medium === 'EMAIL' ? 'E-mail' : 'SMS'} to {to} ·{' '}
              <time dateTime={at}>{new Date(at).toLocaleTimeString()}</time>
            </p>
            <p className="code">
              <code>{code}</code>
              <CopyButton text={code} label={`the code for ${to}`} />
            </p>
            <details>
              <summary>Message</summary>
              <p className="body">{body}</p>
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}
