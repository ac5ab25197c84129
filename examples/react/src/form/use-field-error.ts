import type { FieldName } from '@authchart/example-shared/form'
import { use } from 'react'
import { FormErrorContext } from './form-error-context.ts'

/** Whether the form's error is about a field, and the ids of the elements that describe it. */
export function useFieldError(name: FieldName, ...hintIds: (string | undefined)[]) {
  const { alertId, fields } = use(FormErrorContext)
  const hasError = fields.includes(name)
  const ids = [...hintIds, hasError && alertId].filter(Boolean).join(' ')
  return { 'aria-invalid': hasError, 'aria-describedby': ids || undefined }
}
