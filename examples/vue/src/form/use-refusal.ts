import type { FieldName } from '@authchart/example-shared/form'
import { computed, inject } from 'vue'
import { formErrorKey } from './form-error-key.ts'

/** Whether the form refuses what is in a field, and what describes the field then. */
export function useRefusal(name: FieldName, hintId?: () => string | undefined) {
  const error = inject(formErrorKey)
  return computed(() => {
    const isRefused = error?.value.fields.includes(name) ?? false
    const ids = [hintId?.(), isRefused && error?.value.alertId].filter(Boolean).join(' ')
    return { 'aria-invalid': isRefused, 'aria-describedby': ids || undefined }
  })
}
