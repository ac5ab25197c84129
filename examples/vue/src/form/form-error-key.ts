import type { FormError } from '@authchart/example-shared/form'
import type { InjectionKey, Ref } from 'vue'

/** What the form around a field has to say, so that the field can show whether it is meant. */
export const formErrorKey: InjectionKey<Readonly<Ref<FormError | undefined>>> = Symbol('form error')
