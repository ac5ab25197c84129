import { wantedTab } from '@authchart/example-shared/tabs'
import type { ViewOf } from '@authchart/machine'
import { useId } from 'react'

/** The other ways to sign in: through the hosted UI, or through it straight to a provider. */
export function Providers({ view }: { view: ViewOf<'signIn' | 'signUp'> }) {
  const id = useId()
  if (!view.hasHostedUi) return null
  return (
    <section className="providers" aria-labelledby={id}>
      <h2 id={id}>Or continue with</h2>
      <div className="actions">
        {view.providers.map(({ name, label }) => (
          <button
            key={name}
            type="button"
            disabled={view.isPending}
            onClick={() => view.redirect({ provider: name, customState: wantedTab() })}
          >
            <span className="provider-mark" data-provider={name} aria-hidden="true" />
            <span className="visually-hidden">Continue with </span>
            {label}
          </button>
        ))}
        <button
          type="button"
          disabled={view.isPending}
          onClick={() => view.redirect({ customState: wantedTab() })}
        >
          Continue with the hosted sign-in page
        </button>
      </div>
    </section>
  )
}
