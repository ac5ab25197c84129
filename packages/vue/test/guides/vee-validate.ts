import type { ViewOf } from '@authchart/machine'
import { type StandardSchema, validatorOf } from '@authchart/machine/validators'
import { type TypedSchema, useForm } from 'vee-validate'

/** VeeValidate 5 takes the schema as it is; VeeValidate 4 takes it in its own shape. */
function toTypedSchema<Input, Output>(
  schema: StandardSchema<Input, Output>,
): TypedSchema<Input, Output> {
  return {
    __type: 'VVTypedSchema',
    parse: async (values) => {
      const result = schema['~standard'].validate(values)
      if (!result.issues) return { value: result.value, errors: [] }
      const errors = new Map<string, string[]>()
      for (const { path = [], message } of result.issues) {
        const name = path.join('.')
        errors.set(name, [...(errors.get(name) ?? []), message])
      }
      return { errors: [...errors].map(([path, messages]) => ({ path, errors: messages })) }
    },
  }
}

export function useSignUpForm(view: ViewOf<'signUp'>) {
  const { defineField, errorBag, handleSubmit } = useForm({
    validationSchema: toTypedSchema(validatorOf(view, 'submit', { defaultCountry: 'DE' })),
  })
  const fields = {
    username: defineField('username')[0],
    'attributes.email': defineField('attributes.email')[0],
    'attributes.phone_number': defineField('attributes.phone_number')[0],
    password: defineField('password')[0],
  }
  return { fields, errorBag, onSubmit: handleSubmit((form) => view.submit(form)) }
}
