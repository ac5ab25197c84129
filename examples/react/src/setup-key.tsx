import { qrPath } from '@authchart/example-shared/qr-path'
import type { FormSetup } from '@authchart/machine/forms'

/** How to bring the key into an authenticator app: by camera, by hand, or on the same phone. */
export function SetupKey({ setup }: { setup: FormSetup }) {
  const { label, linkLabel } = setup
  const uri = setup.uri()
  if (!uri) return null
  const { size, path } = qrPath(uri)
  return (
    <div className="setup">
      <svg className="qr" role="img" viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
        <title>{label}</title>
        <path d={path} />
      </svg>
      <p>{label}</p>
      <code className="secret" dir="ltr">
        {setup.key()}
      </code>
      {/* No link: its address would be an attribute with the key. */}
      <button type="button" onClick={() => location.assign(uri)}>
        {linkLabel}
      </button>
    </div>
  )
}
