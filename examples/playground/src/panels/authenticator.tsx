import { generateSync } from 'otplib'
import { useEffect, useState } from 'react'
import { CopyButton } from './copy-button.tsx'
import { usePhone } from './use-phone.ts'

const period = 30_000

/** An authenticator app: it has the keys of all set-ups in this page, as if it had scanned their pictures. */
export function Authenticator() {
  const { keys } = usePhone()
  const now = useNow(keys.length > 0)
  const left = Math.ceil((period - (now % period)) / 1000)
  return (
    <section className="panel" aria-labelledby="authenticator-title">
      <h2 id="authenticator-title">Authenticator app</h2>
      {keys.length === 0 ? (
        <p className="hint">
          A key that you set up appears here by itself, as if you had scanned it.
        </p>
      ) : (
        <p className="hint">New codes in {left} s. Each code works once.</p>
      )}
      <ul className="messages">
        {keys.map((key) => {
          const code = generateSync({ secret: key, epoch: Math.floor(now / 1000) })
          return (
            <li key={key}>
              <p className="hint">Key that ends in {key.slice(-4)}</p>
              <p className="code">
                <code>{code}</code>
                <CopyButton text={code} label="the code of the authenticator app" />
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** The time in epoch ms; it stands still while it is not needed. */
function useNow(isNeeded: boolean): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (!isNeeded) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [isNeeded])
  return now
}
