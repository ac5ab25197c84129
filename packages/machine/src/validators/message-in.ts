import type { FieldProblem } from '../forms/checks/field-problem.ts'
import { problems } from '../words/languages/problems/en.ts'
import { say } from '../words/phrase.ts'
import type { Texts, WordKey, Words } from '../words/words.ts'

/** Only these keys are in use here, and the whole catalogue is many times as large. */
export const english: Words = {
  language: 'en',
  direction: 'ltr',
  texts: problems as Partial<Texts> as Texts,
}

/** The values that are chosen from a list. */
const choices = ['mfaType', 'attribute', 'names']

/** What to say of the problem: the rule itself of a password, which may break several. */
export function messageIn(
  words: Words,
  { key, values = {} }: FieldProblem,
  [name = '']: readonly string[],
): string {
  const isChoice = key === 'required' && choices.includes(name)
  const wordKey =
    key === 'passwordRules' ? `rule.${values.rules}` : `problem.${key}${isChoice ? 'Choice' : ''}`
  return say(words, { key: wordKey as WordKey, values })
}
