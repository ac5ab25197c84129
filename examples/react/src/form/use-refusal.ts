import type { FieldName } from '@authchart/example-shared/form'
import { use } from 'react'
import { FormErrorContext } from './form-error-context.ts'

/** Whether the form refuses what is in a field, and what describes the field then. */
export function useRefusal(name: FieldName, ...hintIds: (string | undefined)[]) {
  const { alertId, fields } = use(FormErrorContext)
  const isRefused = fields.includes(name)
  const ids = [...hintIds, isRefused && alertId].filter(Boolean).join(' ')
  return { 'aria-invalid': isRefused, 'aria-describedby': ids || undefined }
}
