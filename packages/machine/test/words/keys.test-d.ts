import { expectTypeOf, test } from 'vitest'
import type { AuthNotice } from '../../src/chart/context.ts'
import type { FailureCode } from '../../src/errors/failure.ts'
import type { ProblemKey } from '../../src/forms/checks/field-problem.ts'
import type { PasswordRule } from '../../src/password-policy.ts'
import type { MfaType } from '../../src/ports/index.ts'
import type { AuthRoute } from '../../src/view/route.ts'
import { english, type WordKey, withTexts } from '../../src/words/index.ts'

test('every failure, notice, route, rule, problem and type of MFA has a key', () => {
  expectTypeOf<`failure.${FailureCode}`>().toExtend<WordKey>()
  expectTypeOf<`notice.${AuthNotice}`>().toExtend<WordKey>()
  expectTypeOf<`title.${AuthRoute}`>().toExtend<WordKey>()
  expectTypeOf<`rule.${PasswordRule}`>().toExtend<WordKey>()
  expectTypeOf<`problem.${ProblemKey}`>().toExtend<WordKey>()
  expectTypeOf<`mfa.${MfaType}`>().toExtend<WordKey>()
})

test('texts of the app’s own have keys that exist, or are labels of its own attributes', () => {
  withTexts(english, { 'title.signIn': 'Welcome', 'attribute.custom:team': 'Team' })
  // @ts-expect-error: no such key
  withTexts(english, { 'title.signIm': 'Welcome' })
  // @ts-expect-error: a text is a string
  withTexts(english, { 'title.signIn': 1 })
  withTexts(english, (key, values) => {
    expectTypeOf(key).toEqualTypeOf<WordKey>()
    expectTypeOf(values.min).toEqualTypeOf<string | number | undefined>()
    return undefined
  })
})
