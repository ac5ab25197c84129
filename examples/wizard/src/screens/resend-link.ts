import type { WizardLink } from '../page.ts'

/** Only there when another code may be requested. */
export function resendLink(view: {
  readonly canResend: boolean
  resend(): void
}): readonly WizardLink[] {
  return view.canResend ? [{ text: 'Send another code', follow: () => view.resend() }] : []
}
