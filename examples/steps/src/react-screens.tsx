import { useAuthMachine } from '@authchart/react'
import { Auth } from '../../minimal-react/src/form.tsx'

/** One form component for all screens, ours and the app's own; the terms with a link to them. */
export function Screens() {
  const view = useAuthMachine()
  return (
    <>
      <Auth />
      {view.route === 'acceptTerms' && (
        <a href={`/terms-${view.version}.html`}>Read the terms, version {view.version}</a>
      )}
    </>
  )
}
