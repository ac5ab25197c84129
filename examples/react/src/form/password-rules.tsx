import { progressOf, ruleOf } from '@authchart/example-shared/password-rules'
import type { PasswordCheck } from '@authchart/machine'

/** Which rules a password follows. The list describes its field; screen readers announce changes in one sentence. */
export function PasswordRules({ id, checks }: { id: string; checks: readonly PasswordCheck[] }) {
  return (
    <>
      <ul className="rules" id={id}>
        {checks.map((check) => (
          <li key={check.rule} data-passed={check.passed}>
            <span className="visually-hidden">{check.passed ? 'Done: ' : 'Not yet: '}</span>
            {ruleOf(check)}
          </li>
        ))}
      </ul>
      <p className="visually-hidden" aria-live="polite">
        {progressOf(checks)}
      </p>
    </>
  )
}
