/** The label and the input of a user attribute. */
interface AttributeInput {
  readonly label: string
  readonly type: string
  readonly autoComplete: string
  readonly hint?: string
}

/** The standard attributes of Cognito, which are those of OpenID Connect. */
const standard: Readonly<Record<string, AttributeInput>> = {
  address: { label: 'Address', type: 'text', autoComplete: 'street-address' },
  birthdate: { label: 'Date of birth', type: 'date', autoComplete: 'bday' },
  email: { label: 'Email', type: 'email', autoComplete: 'email' },
  family_name: { label: 'Family name', type: 'text', autoComplete: 'family-name' },
  gender: { label: 'Gender', type: 'text', autoComplete: 'sex' },
  given_name: { label: 'Given name', type: 'text', autoComplete: 'given-name' },
  locale: { label: 'Language', type: 'text', autoComplete: 'language' },
  middle_name: { label: 'Middle name', type: 'text', autoComplete: 'additional-name' },
  name: { label: 'Name', type: 'text', autoComplete: 'name' },
  nickname: { label: 'Nickname', type: 'text', autoComplete: 'nickname' },
  phone_number: {
    label: 'Phone number',
    type: 'tel',
    autoComplete: 'tel',
    hint: 'Start with + and the country code, like +15550100200.',
  },
  picture: { label: 'Picture', type: 'url', autoComplete: 'photo' },
  preferred_username: { label: 'User name', type: 'text', autoComplete: 'off' },
  profile: { label: 'Profile page', type: 'url', autoComplete: 'url' },
  website: { label: 'Website', type: 'url', autoComplete: 'url' },
  zoneinfo: { label: 'Time zone', type: 'text', autoComplete: 'off' },
}

/** The field of any attribute: an unknown attribute is labelled by its name. */
export function attributeInput(name: string): AttributeInput {
  return standard[name] ?? { label: words(name), type: 'text', autoComplete: 'off' }
}

/** `custom:shoe_size` as `Shoe size`. */
function words(name: string): string {
  const text = name.replace(/^custom:/, '').replaceAll(/[_-]+/g, ' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
