import type { FormError } from '@authchart/example-shared/form'
import { createContext } from 'react'

/** What the form around a field has to say, so that the field can show whether it is meant. */
export const FormErrorContext = createContext<FormError | undefined>(undefined)
