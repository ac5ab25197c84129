import { countDown } from '@authchart/example-shared/count-down'
import type { ViewOf } from '@authchart/machine'
import { useLayoutEffect, useState } from 'react'

/** Says how long to wait for as long as there is something to wait for. */
export function ResendButton({
  view,
}: {
  view: ViewOf<'confirmSignUp' | 'resetPassword' | 'confirmContact'>
}) {
  const { resendAt, canResend, resend } = view
  const [seconds, setSeconds] = useState(0)
  useLayoutEffect(() => countDown(resendAt, setSeconds), [resendAt])
  return (
    <div className="resend">
      <button
        type="button"
        disabled={!canResend}
        aria-describedby="resend-wait"
        onClick={() => resend()}
      >
        Send a new code
      </button>
      <p className="hint" id="resend-wait">
        {seconds > 0 && !canResend && `You can ask again in ${seconds} s.`}
      </p>
    </div>
  )
}
