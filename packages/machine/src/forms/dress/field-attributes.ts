import type { FieldKind, HtmlAttributes } from '../auth-form.ts'
import type { FieldDescription } from '../describe/description.ts'

/** What each kind of field is in HTML: keyboards, filling in and spell checking follow it. */
const inputs: Readonly<Record<FieldKind, HtmlAttributes>> = {
  text: { type: 'text', autocapitalize: 'sentences' },
  email: { type: 'email', inputmode: 'email', autocapitalize: 'none', spellcheck: false },
  phone: { type: 'tel', inputmode: 'tel' },
  password: { type: 'password', autocapitalize: 'none', spellcheck: false },
  code: {
    type: 'text',
    inputmode: 'numeric',
    autocapitalize: 'none',
    spellcheck: false,
    // Not shorter: a code is pasted with blanks.
    maxlength: 32,
    pattern: '[\\d\\s\\-]*',
  },
  date: { type: 'date' },
  url: { type: 'url', inputmode: 'url', autocapitalize: 'none', spellcheck: false },
  checkbox: { type: 'checkbox', value: 'on' },
  choice: { role: 'radiogroup' },
}

const usernameMax = 128
const attributeMax = 2048

/** The attributes of the input itself, without those that say how it is now. */
export function fieldAttributes(field: FieldDescription): HtmlAttributes {
  const { name, kind, isRequired, autocomplete, isUsername, policy } = field
  if (kind === 'choice') return { ...inputs.choice, 'aria-required': isRequired || undefined }
  const isName = isUsername && kind === 'text'
  return {
    name,
    ...inputs[kind],
    ...(isName && { autocapitalize: 'none', spellcheck: false }),
    autocomplete,
    required: isRequired || undefined,
    minlength: policy?.minLength,
    maxlength: inputs[kind].maxlength ?? maxLengthOf(field),
  }
}

function maxLengthOf({ kind, isUsername }: FieldDescription): number | undefined {
  // A password that is too long is not cut: its rules say so.
  if (kind === 'checkbox' || kind === 'date' || kind === 'password') return undefined
  return isUsername ? usernameMax : attributeMax
}
