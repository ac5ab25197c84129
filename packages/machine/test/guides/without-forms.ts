import type { AuthView } from '@authchart/machine'
import { failureText, noticeText, type Words } from '@authchart/machine/words'

/** What an alert and a status line say on any screen. */
export function messagesOf(view: AuthView, words: Words) {
  return {
    alert: view.failure && failureText(words, view.failure),
    status: view.notice && noticeText(words, view.notice),
  }
}
