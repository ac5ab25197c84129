import { type FormEvent, useState } from 'react'
import { auth } from '../auth.ts'
import { pool } from '../pool/pool.ts'
import { firstSettings, presets, type Settings } from '../pool/settings.ts'
import { forgetAll, storeSettings } from '../pool/stored.ts'

const switches = {
  passwordless: 'Codes and passkeys in place of the password',
  hostedUi: 'Hosted UI and providers',
  devices: 'Remember devices',
} as const

/** The user pool. A change starts the page anew, as a deployment would; the users stay. */
export function SettingsForm() {
  const [settings, setSettings] = useState(pool.settings)
  const isSame = JSON.stringify(settings) === JSON.stringify(pool.settings)
  const losesUsers = settings.signInBy !== pool.settings.signInBy

  function change(part: Partial<Settings>) {
    setSettings({ ...settings, ...part })
  }

  function apply(event: FormEvent) {
    event.preventDefault()
    // Names of users do not survive it, in AWS neither.
    if (losesUsers) startOver(settings)
    else restart(() => storeSettings(settings))
  }

  return (
    <form onSubmit={apply} aria-labelledby="settings-title">
      <h2 id="settings-title">User pool</h2>
      <fieldset>
        <legend>Presets</legend>
        <div className="presets">
          {Object.entries(presets).map(([name, preset]) => (
            <button
              key={name}
              type="button"
              aria-pressed={JSON.stringify(preset) === JSON.stringify(settings)}
              onClick={() => setSettings(preset)}
            >
              {name}
            </button>
          ))}
        </div>
      </fieldset>
      <label htmlFor="sign-in-by">Users sign in by</label>
      <select
        id="sign-in-by"
        value={settings.signInBy}
        onChange={({ target }) => change({ signInBy: target.value as Settings['signInBy'] })}
      >
        <option value="email">E-mail address</option>
        <option value="phone_number">Phone number</option>
        <option value="username">User name</option>
      </select>
      <label htmlFor="mfa">Second factor</label>
      <select
        id="mfa"
        value={settings.mfa}
        onChange={({ target }) => change({ mfa: target.value as Settings['mfa'] })}
      >
        <option value="OFF">Off</option>
        <option value="OPTIONAL">Optional</option>
        <option value="ON">Required</option>
      </select>
      {Object.entries(switches).map(([name, label]) => (
        <label key={name} className="choice">
          <input
            type="checkbox"
            checked={settings[name as keyof typeof switches]}
            onChange={({ target }) => change({ [name]: target.checked })}
          />
          {label}
        </label>
      ))}
      <p className="hint" role="status">
        {isSame
          ? 'The pool has these settings.'
          : losesUsers
            ? 'To apply these settings deletes all users, because their names change.'
            : 'To apply these settings starts the app anew. Users and session stay.'}
      </p>
      <div className="actions">
        <button type="submit" disabled={isSame}>
          Apply
        </button>
        <button type="button" className="danger" onClick={() => startOver(firstSettings)}>
          Start over
        </button>
      </div>
    </form>
  )
}

function startOver(settings: Settings): void {
  restart(() => forgetAll(settings))
}

/** Nothing of this page writes any more before the next one reads. */
function restart(prepare: () => void): void {
  auth.stop()
  prepare()
  location.replace(pool.page)
}
