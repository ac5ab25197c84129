import { attributeInput } from '@authchart/example-shared/attributes'
import type { Editable } from '@authchart/example-shared/profile'
import type { ViewOf } from '@authchart/machine'

interface AttributeToolsProps {
  view: ViewOf<'signedIn'>
  entry: Editable
  isVerified: boolean
}

/** What can be done with an attribute besides changing it. */
export function AttributeTools({ view, entry, isVerified }: AttributeToolsProps) {
  const { attribute, isContact, isOptional } = entry
  const label = attributeInput(attribute).label.toLowerCase()
  return (
    <p className="tools">
      {isContact && <span>{isVerified ? 'Verified' : 'Not verified'}</span>}
      {isContact && !isVerified && (
        <button
          type="button"
          className="link"
          disabled={view.isPending}
          onClick={() => view.verifyAttribute({ attribute })}
        >
          Verify {label}
        </button>
      )}
      {isOptional && (
        <button
          type="button"
          className="link"
          disabled={view.isPending}
          onClick={() => view.deleteAttributes({ names: [attribute] })}
        >
          Remove {label}
        </button>
      )}
    </p>
  )
}
