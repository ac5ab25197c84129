import type { AuthNotice } from '../chart/context.ts'
import { say } from './phrase.ts'
import type { Words } from './words.ts'

/**
 * The text of a notice.
 *
 * @example
 * const status = view.notice && noticeText(english, view.notice)
 */
export function noticeText(words: Words, notice: AuthNotice): string {
  return say(words, { key: `notice.${notice}` })
}
