import { AuthScreens } from '@authchart/example-react/src/auth-screens.tsx'
import { formOptions } from '@authchart/example-shared/form-options'
import { Authenticator } from './panels/authenticator.tsx'
import { InspectorDock } from './panels/inspector-dock.tsx'
import { Outbox } from './panels/outbox.tsx'
import { SettingsForm } from './panels/settings-form.tsx'

/** The app, the phone of its users, the settings of the pool, and the inspector. */
export function Playground() {
  return (
    <>
      <header className="header">
        <p className="brand">
          Authchart <span className="brand-note">Playground</span>
        </p>
        <nav aria-label="Parts of this page">
          <a href="#app">App</a>
          <a href="#phone">Outbox</a>
          <a href="#settings">Settings</a>
          <a href="#inspector">Inspector</a>
        </nav>
        <p className="intro">
          A local Amazon Cognito runs inside this page: nothing is sent anywhere, and no account is
          real. Sign up with any address; the code arrives in the outbox.
        </p>
      </header>
      <div className="playground">
        <div id="app" tabIndex={-1}>
          <AuthScreens options={formOptions} />
        </div>
        <aside className="phone" id="phone" tabIndex={-1} aria-label="The user’s phone">
          <Outbox />
          <Authenticator />
        </aside>
        <section className="panel" id="settings" tabIndex={-1} aria-labelledby="settings-title">
          <SettingsForm />
        </section>
        <section className="dock" id="inspector" tabIndex={-1} aria-label="Inspector">
          <InspectorDock />
        </section>
      </div>
    </>
  )
}
