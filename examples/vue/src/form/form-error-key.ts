import type { FieldName } from '@authchart/example-shared/form'
import type { InjectionKey, Ref } from 'vue'

interface FormErrorOf {
  /** The id of the form's alert, which says what is wrong. */
  readonly alertId: string
  readonly fields: readonly FieldName[]
}

/** What the form around a field has to say, so that the field can show whether it is meant. */
export const formErrorKey: InjectionKey<Readonly<Ref<FormErrorOf>>> = Symbol('form error')
