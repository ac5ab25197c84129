import type { PasswordCheck } from '@authchart/machine'

const words: Readonly<Record<PasswordCheck['rule'], string>> = {
  minLength: 'characters or more',
  uppercase: 'An uppercase letter',
  lowercase: 'A lowercase letter',
  number: 'A number',
  symbol: 'A symbol, like ! or #',
  maxLength: 'characters or less',
  trimmed: 'No space at the beginning or the end',
}

/** A rule of the password policy in words. */
export function ruleOf({ rule, min, max = min }: PasswordCheck): string {
  return max === undefined ? words[rule] : `${max} ${words[rule]}`
}

/** One sentence for screen readers, which changes only when a rule starts or stops to pass. */
export function progressOf(checks: readonly PasswordCheck[]): string {
  const left = checks.filter(({ passed }) => !passed).length
  if (left === 0) return 'The password follows all the rules.'
  return left === 1 ? '1 rule left.' : `${left} rules left.`
}
