import { expect, test } from 'vitest'
import { byName, formOf } from '../../src/forms/index.ts'
import { defineStep, StepError } from '../../src/index.ts'
import { english, withTexts } from '../../src/words/index.ts'
import { german } from '../../src/words/languages/de.ts'
import { createUser, openPage, settled, submitSignIn } from '../support/sandbox-auth.ts'
import { stepShown } from './own-steps.ts'

const chosen: unknown[] = []

const chooseTeam = defineStep({
  route: 'chooseTeam',
  at: 'beforeSignedIn',
  isNeeded: () => true,
  show: () => ({ teams: ['red', 'blue'] }),
  actions: {
    choose: async (input: { team: string; nickname?: string; isPublic: boolean }) => {
      chosen.push(input)
      if (chosen.length === 1) throw new StepError('nicknameTaken', { field: 'nickname' })
    },
    later: async () => undefined,
  },
  form: {
    submit: 'choose',
    fields: {
      team: { kind: 'choice', options: ({ teams }) => teams.map((value) => ({ value })) },
      nickname: { kind: 'text', isRequired: false },
      isPublic: { kind: 'checkbox' },
    },
  },
  texts: {
    'action.choose': 'Join',
    'option.red': 'The reds',
    'hint.nickname': 'For the others',
    'failure.nicknameTaken': 'Another member is called so.',
  },
})

async function openStep(step = chooseTeam) {
  const page = openPage()
  await createUser(page)
  const auth = page.load({ steps: [step] })
  await submitSignIn(auth)
  await stepShown(auth, step)
  return auth
}

test('the form of a step: its fields, its texts, its values', async () => {
  chosen.length = 0
  const auth = await openStep()
  const form = formOf(auth.getView())
  expect(form).toMatchObject({ name: 'chooseTeam', title: 'Choose team', submitLabel: 'Join' })
  expect(form.fields.map(({ name, kind, label }) => [name, kind, label])).toEqual([
    ['team', 'choice', 'Team'],
    ['nickname', 'text', 'Nickname (optional)'],
    ['isPublic', 'checkbox', 'Is public'],
  ])
  expect(byName(form.fields, 'nickname').hint).toBe('For the others')
  expect(byName(form.fields, 'team').options.map(({ label }) => label)).toEqual([
    'The reds',
    'Blue',
  ])
  expect(form.actions.map(({ name, label }) => [name, label])).toEqual([
    ['later', 'Later'],
    ['signOut', 'Sign out'],
  ])

  expect(form.submit({})).toEqual({ team: { key: 'required' } })
  form.submit({ team: 'red', nickname: 'Ada', isPublic: 'on' })
  const pending = formOf(auth.getView())
  expect(pending.isPending).toBe(true)
  expect(byName(pending.actions, 'cancel').attributes['data-action']).toBe('chooseTeam.cancel')

  await stepShown(auth, chooseTeam)
  const rejected = formOf(auth.getView())
  expect(byName(rejected.fields, 'nickname').error).toBe('Another member is called so.')
  rejected.submit({ team: 'blue', nickname: '' })
  await settled(auth, 'signedIn')
  expect(chosen).toEqual([
    { team: 'red', nickname: 'Ada', isPublic: true },
    { team: 'blue', isPublic: false },
  ])
})

test('texts of another language go over those of the step', async () => {
  const auth = await openStep()
  const words = withTexts(german, {
    'step.chooseTeam.title': 'Wähle dein Team',
    'step.chooseTeam.text': 'Du kannst es später ändern.',
    'step.chooseTeam.field.team': 'Team',
  })
  expect(formOf(auth.getView(), { words })).toMatchObject({
    title: 'Wähle dein Team',
    text: 'Du kannst es später ändern.',
    submitLabel: 'Join',
  })
  expect(english.texts['step.chooseTeam.title']).toBeUndefined()
})

test('a step without a form has a button for each action', async () => {
  const hello = defineStep({
    route: 'hello',
    at: 'beforeSignedIn',
    isNeeded: () => true,
    actions: { start: async () => undefined, tour: async () => undefined },
  })
  const auth = await openStep(hello as never)
  const form = formOf(auth.getView())
  expect(form).toMatchObject({ title: 'Hello', submitLabel: 'Start', fields: [] })
  byName(form.actions, 'tour').run({})
  await settled(auth, 'signedIn')
})
