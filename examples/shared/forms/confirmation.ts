import type { FormValues } from './form.ts'
import type { FormError } from './form-error.ts'

/** The word that people type before something that cannot be undone. */
export const confirmation = 'delete'

export function checkConfirmation({ confirmation: typed }: FormValues): FormError | undefined {
  return typed.toLowerCase() === confirmation
    ? undefined
    : { fields: ['confirmation'], message: `Type the word “${confirmation}” to go on.` }
}
