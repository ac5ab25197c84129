import { type FormError, nothingChanged } from '../forms/form-error.ts'

export type Attributes = Readonly<Record<string, string>>

/** An attribute that this app lets people edit. */
export interface Editable {
  readonly attribute: string
  /** It can be removed. */
  readonly isOptional: boolean
  /** It can be verified by a code. */
  readonly isContact: boolean
}

export const editable: readonly Editable[] = [
  { attribute: 'name', isOptional: true, isContact: false },
  { attribute: 'email', isOptional: false, isContact: true },
  { attribute: 'phone_number', isOptional: true, isContact: true },
]

export function isVerified({ attribute }: Editable, stored: Attributes): boolean {
  return stored[`${attribute}_verified`] === 'true'
}

/** What was typed and is not stored yet: Cognito sends a code for every e-mail and phone it gets. */
export function changesOf(typed: Attributes, stored: Attributes): Attributes {
  return Object.fromEntries(
    Object.entries(typed).filter(([name, value]) => value !== (stored[name] ?? '')),
  )
}

export function checkChanges(typed: Attributes, stored: Attributes): FormError | undefined {
  return Object.keys(changesOf(typed, stored)).length > 0 ? undefined : nothingChanged
}
