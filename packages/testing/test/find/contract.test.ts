import { routeOf } from '@authchart/machine'
import { expect, test } from 'vitest'
import { type Sight, signOf } from '../../src/find/atlas.ts'
import type { FoundUi } from '../../src/find/found-ui.ts'
import { codeOf, stable } from '../../src/find/locators.ts'
import { proposalFor } from '../../src/find/proposals.ts'
import type { Move } from '../../src/find/recipe.ts'
import { writeAction } from '../../src/find/write-action.ts'
import { writeContract } from '../../src/find/write-contract.ts'
import { pageOf } from './page-of.ts'

const sight = (route: Sight['route'], html: string): Sight => ({
  route,
  leaf: route,
  page: pageOf(html),
})

test('a screen is recognised by what only it shows, a heading first', () => {
  const sights = [
    sight('signIn', '<h1>Shop</h1><h2>Welcome</h2><button>Sign in</button>'),
    sight('signUp', '<h1>Shop</h1><h2>Join us</h2><button>Sign up</button>'),
  ]
  expect(signOf('signIn', sights)?.map(codeOf)).toEqual([
    "page.getByRole('heading', { name: 'Welcome', exact: true })",
  ])
})

test('a screen with two titles is recognised by either of them', () => {
  const sights = [
    sight('confirmSignIn', '<h1>Code by SMS</h1>'),
    sight('confirmSignIn', '<h1>Code of the app</h1>'),
    sight('signIn', '<h1>Welcome</h1>'),
  ]
  expect(signOf('confirmSignIn', sights)).toHaveLength(2)
})

test('a screen that shows nothing of its own has no sign', () => {
  const sights = [sight('signIn', '<h1>Shop</h1>'), sight('signUp', '<h1>Shop</h1>')]
  expect(signOf('signIn', sights)).toBeUndefined()
})

test('what is the user’s, or a number, is left open in a name', () => {
  expect(stable('Hello, ada@example.com')).toEqual({ pattern: '^Hello, .*$' })
  expect(stable('Send again in 30 seconds')).toEqual({ pattern: '^Send again in .* seconds$' })
  expect(stable('Sign in')).toBe('Sign in')
})

const found: FoundUi = {
  config: {},
  routes: new Map([['signIn', [{ by: 'text', name: "Members' login" }]]]),
  actions: new Map([
    [
      'signIn.submit',
      [
        {
          moves: [
            { kind: 'fill', place: { by: 'label', name: 'User' }, slot: 'username' },
            { kind: 'press', place: { by: 'role', role: 'button', name: 'Go' } },
          ],
        },
      ],
    ],
    ['signOut', [{ moves: [{ kind: 'press', place: { by: 'css', selector: '#out' } }] }]],
  ]),
  gaps: [{ name: 'actions.go.signUp', why: 'not found', picture: Buffer.from('') }],
  notOn: [],
  broken: [],
  walks: 1,
  ms: 1,
}

test('a contract has what was found, and a gap that does not compile for the rest', () => {
  const text = writeContract(found, { url: 'http://localhost/', pictures: './gaps' })
  expect(text).toContain("signIn: (page) => page.getByText('Members\\' login', { exact: true }),")
  expect(text).toContain("'signIn.submit': async (page, { username }) => {")
  expect(text).toContain("await page.getByLabel('User', { exact: true }).fill(username)")
  expect(text).toMatch(
    /TODO not found\. See \.\/gaps\/actions\.go\.signUp\.png.*\n +'go\.signUp': undefined,/,
  )
})

test('an action that is not on a screen is left out there, also within the account', async () => {
  const notOn = ['go.signedIn@setupTotp']
  const text = writeContract(
    { ...found, notOn, gaps: [] },
    { url: 'http://localhost/', pictures: './gaps' },
  )
  const [member = ''] = /cannotTake: [\s\S]*?\n {2}\},/.exec(text) ?? []
  const plain = member.replace(' as keyof typeof routeOf', '').replace('cannotTake: ', '')
  const cannotTake = new Function('routeOf', `return ${plain.replace(/,$/, '')}`)(routeOf)
  const step = (leaf: string) => ({ event: { type: 'go.signedIn' }, from: { leaf } })
  expect(cannotTake(step('signedIn.setupTotp.editing'))).toBe('it was not found there')
  expect(cannotTake(step('setupTotp.editing'))).toBe('it was not found there')
  expect(cannotTake(step('signUp.editing'))).toBeUndefined()
})

test('a broken locator has a proposal if it was found elsewhere', () => {
  expect(proposalFor(found, 'routes.signIn')).toContain('getByText')
  expect(proposalFor(found, 'actions.signOut')).toContain("page.locator('#out').click()")
  expect(proposalFor(found, 'actions.go.signUp')).toBeUndefined()
})

const place = (role: string, name: string) => ({ by: 'role', role, name }) as const
const question = (slot: string): Move => ({
  kind: 'fill',
  place: { by: 'label', name: slot },
  slot,
})
const press = (name: string): Move => ({ kind: 'press', place: place('button', name) })

test('what closes a dialog is in no locator of another move', () => {
  const moves = [question('username'), press('Go')]
  const close: Move = { kind: 'close', place: place('button', 'OK') }
  const recipes = [{ moves: [close, ...moves] }, { moves }]
  const { text } = writeAction('forgotPassword.submit', new Map([['', recipes]]))
  expect(text).not.toContain('OK')
  const contract = writeContract(
    { ...found, actions: new Map([['forgotPassword.submit', recipes]]) },
    { url: 'http://localhost/', pictures: './gaps' },
  )
  expect(contract).toContain('await closeDialog(page)')
})

test('questions are answered one after the other, from the first one on', () => {
  const back: Move = { kind: 'back', place: place('button', 'Back') }
  const moves = [back, question('code'), press('Next'), question('password'), press('Send')]
  const { text, helpers } = writeAction('resetPassword.submit', new Map([['', [{ moves }]]]), [
    back.place,
  ])
  expect(text).toContain(
    "await goBack(page.getByLabel('code', { exact: true }), page.getByRole('button', { name: 'Back', exact: true }))",
  )
  expect(text).toContain('(field) => field.fill(code)],')
  expect(helpers).toEqual(['goBack', 'answer'])
})

test('where each question has the same button, the order is that of the questions', () => {
  const moves = [question('code'), press('Go on'), question('password'), press('Go on')]
  const { text, helpers } = writeAction('resetPassword.submit', new Map([['', [{ moves }]]]))
  expect(text.match(/await .*$/gm)?.map((line) => line.replace(/.*\)\./, ''))).toEqual([
    'fill(code)',
    'click()',
    "fill(password ?? '')",
    'click()',
  ])
  expect(helpers).toEqual([])
})

test('a box that is ticked may be missing where it is not to be ticked', () => {
  const moves: Move[] = [
    { kind: 'fill', place: { by: 'label', name: 'Code' }, slot: 'code' },
    { kind: 'check', place: { by: 'label', name: 'Trust this device' }, slot: 'rememberDevice' },
    { kind: 'press', place: { by: 'role', role: 'button', name: 'Go' } },
  ]
  const { text } = writeAction(
    'confirmSignIn.submit',
    new Map([['confirmSignIn.submit remembered', [{ moves }]]]),
  )
  expect(text).toContain('async (page, { code, rememberDevice }) =>')
  expect(text).toContain(
    "if (rememberDevice) await page.getByLabel('Trust this device', { exact: true }).check()",
  )
})
