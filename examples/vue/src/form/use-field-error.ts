import type { FieldName } from '@authchart/example-shared/form'
import { computed, inject } from 'vue'
import { formErrorKey } from './form-error-key.ts'

/** Whether the form's error is about a field, and the ids of the elements that describe it. */
export function useFieldError(name: FieldName, hintId?: () => string | undefined) {
  const error = inject(formErrorKey)
  return computed(() => {
    const hasError = error?.value.fields.includes(name) ?? false
    const ids = [hintId?.(), hasError && error?.value.alertId].filter(Boolean).join(' ')
    return { 'aria-invalid': hasError, 'aria-describedby': ids || undefined }
  })
}
