import {
  type Attributes,
  changesOf,
  checkChanges,
  editable,
  isVerified,
} from '@authchart/example-shared/profile'
import type { ViewOf } from '@authchart/machine'
import { AttributeField } from '../../form/attribute-field.tsx'
import { AuthForm } from '../../form/auth-form.tsx'
import { AttributeTools } from './attribute-tools.tsx'

interface ProfileFormProps {
  view: ViewOf<'signedIn'>
  attributes: Attributes
}

export function ProfileForm({ view, attributes }: ProfileFormProps) {
  return (
    <AuthForm
      view={view}
      submitLabel="Save the profile"
      stored={JSON.stringify(attributes)}
      check={(values) => checkChanges(values.attributes, attributes)}
      onSubmit={(values) =>
        view.updateAttributes({ attributes: changesOf(values.attributes, attributes) })
      }
    >
      {editable.map((entry) => (
        <div key={entry.attribute} className="entry">
          <AttributeField
            attribute={entry.attribute}
            required={!entry.isOptional || entry.attribute in attributes}
            defaultValue={attributes[entry.attribute]}
          />
          {entry.attribute in attributes && (
            <AttributeTools view={view} entry={entry} isVerified={isVerified(entry, attributes)} />
          )}
        </div>
      ))}
    </AuthForm>
  )
}
