import type { AuthView } from '../../src/index.ts'
import { type InputAction, type ValidatorOptions, validatorOf } from '../../src/validators/index.ts'

/** What the validator of an action makes of an input: the output, or each problem by its path. */
export function read<View extends AuthView>(
  view: View,
  action: InputAction<View>,
  input: unknown,
  options?: ValidatorOptions,
): unknown {
  const result = validatorOf(view, action, options)['~standard'].validate(input)
  if (!result.issues) return result.value
  return result.issues.map(({ path, key, values }) => {
    const rules = key === 'passwordRules' ? `:${values?.rules}` : ''
    return `${path.join('.')} ${key}${rules}`
  })
}
