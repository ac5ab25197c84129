import { checkPassword } from '../../password-policy.ts'
import type { PasswordPolicy } from '../../ports/index.ts'
import type { FieldProblem } from './field-problem.ts'

/** Each rule of the policy, and what Cognito demands of every password: {@link checkPassword}. */
export function checkNewPassword(
  password: string,
  policy: PasswordPolicy,
): FieldProblem | undefined {
  const broken = checkPassword(password, policy).filter(({ passed }) => !passed)
  if (!password || broken.length === 0) return undefined
  const limits = broken.map(({ rule: _, passed: __, ...limit }) => limit)
  const rules = broken.map(({ rule }) => rule).join(' ')
  return { key: 'passwordRules', values: Object.assign({ rules }, ...limits) }
}

/** The same password typed twice. */
export function checkRepeatedPassword(
  password: string,
  repeated: string,
): FieldProblem | undefined {
  return password === repeated ? undefined : { key: 'passwordsDiffer' }
}
