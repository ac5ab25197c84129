import type { WizardLink } from '../page.ts'

/** Only there when another code may be asked for. */
export const resendLink = (view: {
  readonly canResend: boolean
  resend(): void
}): readonly WizardLink[] =>
  view.canResend ? [{ text: 'Send another code', follow: () => view.resend() }] : []
