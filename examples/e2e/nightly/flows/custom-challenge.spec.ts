import { createUser } from '../../support/person.ts'
import { expect, test } from '../../support/test.ts'

test.beforeEach(async ({ app, canary, cognito, person }) => {
  cognito.quiz.word = canary.password()
  await createUser(cognito, person)
  app.configure({ authenticationFlowType: 'CUSTOM_AUTH' })
})

test('a question after the password: a wrong answer, then the right one', async ({
  app,
  canary,
  cognito,
  person,
}) => {
  const { question, hint, word } = cognito.quiz
  await app.open()
  await app.signIn.submit(person)
  await app.expectRoute('customChallenge')
  await expect(app.main).toContainText(question)
  await expect(app.main).toContainText(hint)
  await app.customChallenge.submitAnswer.click()
  await expect(app.alert).toContainText('Enter your answer')
  await expect(app.customChallenge.answer).toBeFocused()

  await app.customChallenge.submit(canary.password())
  await expect(app.main).toContainText('Another question, number 2')
  await expect(app.main).toContainText(question)
  await expect(app.customChallenge.answer).toHaveValue('')
  await expect(app.customChallenge.answer).toBeFocused()
  await app.customChallenge.submit(word)
  await app.expectRoute('signedIn')
})

test('too many wrong answers lead back with the e-mail kept', async ({ app, canary, person }) => {
  await app.open()
  await app.signIn.submit(person)
  await app.expectRoute('customChallenge')
  await app.customChallenge.submit(canary.password())
  for (const round of [2, 3]) {
    await expect(app.main).toContainText(`Another question, number ${round}`)
    await app.customChallenge.submit(canary.password())
  }
  await app.expectRoute('signIn')
  await expect(app.alert).toContainText('not right')
  await expect(app.signIn.email).toHaveValue(person.email)
})

test('a wrong password is told before any question', async ({ app, canary, person }) => {
  await app.open()
  await app.signIn.submit({ ...person, password: canary.password() })
  await expect(app.alert).toContainText('password is not right')
  await app.expectRoute('signIn')
})
