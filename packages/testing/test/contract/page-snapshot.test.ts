import type { Secret } from '@authchart/machine'
import { Window } from 'happy-dom'
import { afterEach, expect, test } from 'vitest'
import { type CheckInput, expectedOf } from '../../src/contract/check-input.ts'
import { checks } from '../../src/contract/checks.ts'
import type { Ui } from '../../src/contract/define-ui.ts'
import { findLeaks } from '../../src/contract/find-leaks.ts'
import { takeSnapshot } from '../../src/contract/page-snapshot.ts'
import { Screens } from '../../src/contract/screens.ts'
import { authBehaviour } from '../../src/model/auth-behaviour.ts'
import { explore } from '../../src/model/explore.ts'
import { WalkError } from '../../src/run/walk-error.ts'

const windows: Window[] = []

function page(html: string) {
  const window = new Window({ url: 'https://app.example/' })
  windows.push(window)
  window.document.body.innerHTML = html
  return { window, document: window.document as unknown as Document }
}

afterEach(async () => {
  for (const window of windows.splice(0)) await window.happyDOM.close()
})

test('alerts are distinguished from other live regions, and empty regions are left out', () => {
  const { document } = page(`
    <p role="alert"> Wrong </p><p role="alert"></p><p aria-live="assertive">Too weak</p>
    <p role="status">Sent</p><p role="alert" hidden>Old</p>`)
  expect(takeSnapshot(document)).toMatchObject({
    alerts: ['Wrong', 'Too weak'],
    statuses: ['Sent'],
  })
})

test('a button that submits is open unless it is disabled, one way or the other', () => {
  const { document } = page(`
    <form><button>Go</button></form><form><button disabled>No</button></form>
    <form><button aria-disabled="true">Nor this</button><button type="button">Cancel</button></form>`)
  expect(takeSnapshot(document).openSubmits).toEqual(['Go'])
})

test('focus on the body is no focus', () => {
  const { document } = page('<input id="code" name="code">')
  expect(takeSnapshot(document).focus).toBeUndefined()
  document.querySelector('input')?.focus()
  expect(takeSnapshot(document).focus).toBe('input#code[name="code"]')
})

test('what is typed is no leak, what is shown or stored is', () => {
  const { window, document } = page('<input type="password">')
  const secrets = [{ what: 'password', text: 'Correct-horse' }]
  const leaks = () => findLeaks(takeSnapshot(document).occurrences, secrets, 'signIn')
  const input = document.querySelector('input')
  if (input) input.value = 'Correct-horse'
  expect(leaks()).toEqual([])
  window.localStorage.setItem('draft', 'Correct-horse')
  window.document.body.append('Correct-horse')
  expect(leaks()).toEqual([
    expect.stringMatching(/^a secret \(password\) is in DOM, in the text of <body>\n/),
    expect.stringMatching(/^a secret \(password\) is in localStorage draft\nDo not store fields/),
  ])
})

test.each([
  ['<input name="password" value="S3cret!">', 'the attribute value of <input name="password">'],
  [
    '<input type="text" value="a > S3cret!" id="p">',
    'the attribute value of <input type="text" id="p">',
  ],
  ['<p>ok</p><p role="alert">You typed <b>x</b> S3cret!</p>', 'the text of <p role="alert">'],
  ['<form name="f"><input><br>S3cret!</form>', 'the text of <form name="f">'],
  ['<p id="S3cret!">there</p>', 'the attribute id of <p>'],
  ['<a data-name="x" href="/?p=S3cret!">go</a>', 'the attribute href of <a>'],
])('of %s it says where the secret is: %s', (html, where) => {
  const { document } = page(html)
  const secrets = [{ what: 'password', text: 'S3cret!' }]
  const [leak = '', ...others] = findLeaks(takeSnapshot(document).occurrences, secrets, 'signIn')
  expect(leak.split('\n')[0]).toBe(`a secret (password) is in DOM, in ${where}`)
  expect(others).toEqual([])
  expect(leak).not.toContain('S3cret!')
})

test('what React mirrors into an attribute has a remedy of its own', () => {
  const secrets = [{ what: 'password', text: 'Correct-horse' }]
  const leakOf = (html: string) =>
    findLeaks(takeSnapshot(page(html).document).occurrences, secrets, 'signIn')[0]
  expect(leakOf('<input value="Correct-horse">')).toMatch(/React mirrors .* uncontrolled/)
  expect(leakOf('<p>Correct-horse</p>')).toMatch(/Do not render it/)
})

test('what a field is for is read from the attribute, word by word', () => {
  const { document } = page(`
    <input name="otp" autocomplete="section-mfa One-Time-Code"><input autocomplete="username webauthn">
    <input name="shown" type="text" autocomplete="new-password"><input name="none">`)
  // As in Firefox, whose property is empty for what it does not know.
  for (const input of document.querySelectorAll('input')) {
    Object.defineProperty(input, 'autocomplete', { value: '' })
    input.value = input.name
  }
  const { filledCodes, fields, purposes } = takeSnapshot(document)
  expect(filledCodes).toEqual(['otp'])
  expect(fields).toEqual(['', 'none'])
  expect(purposes).toEqual(expect.arrayContaining(['one-time-code', 'username', 'new-password']))
})

test('a page that may have no cookies, or keeps what JSON cannot say, can be looked at', () => {
  const { window, document } = page('<h1>Sign in</h1>')
  Object.defineProperty(document, 'cookie', {
    get() {
      throw new DOMException('sandboxed', 'SecurityError')
    },
  })
  window.history.replaceState({ count: 1n }, '')
  const { heading, occurrences } = takeSnapshot(document)
  expect(heading).toBe('Sign in')
  expect(occurrences.map(({ place }) => place)).toContain('history')
})

test('a complaint about the focus names the heading that it should be at', () => {
  const { document } = page('<h1>Create an account</h1><input name="email">')
  const input = {
    page: takeSnapshot(document),
    route: 'signUp',
    previous: 'signIn',
    step: { kind: 'action' },
  } as CheckInput
  expect(checks.focusMoved(input)).toBe(
    'the screen has changed to “signUp”, but the focus is nowhere\nFocus the heading “Create an account” when the route changes: give it tabindex="-1" and call focus().',
  )
  const rejected = { failure: { code: 'forbidden' }, step: { kind: 'outcome' }, previous: 'signUp' }
  expect(checks.focusMoved({ ...input, ...rejected } as CheckInput)).toMatch(/aria-disabled/)
})

test('secrets have homes', () => {
  const secrets = [
    { what: 'session', text: 'the-session' },
    { what: 'secret', text: 'KRUGKIDROVUWG2ZAMJZG653O' },
  ]
  const at = (place: string, text: string, route: 'setupTotp' | 'signIn') =>
    findLeaks([{ place, text }], secrets, route)
  expect(at('sessionStorage authchart.client-1.pending', 'the-session', 'signIn')).toEqual([])
  expect(at('history', 'the-session', 'signIn')).toHaveLength(1)
  expect(at('DOM', 'KRUGKIDROVUWG2ZAMJZG653O', 'setupTotp')).toEqual([])
  expect(at('DOM', 'KRUGKIDROVUWG2ZAMJZG653O', 'signIn')).toHaveLength(1)
})

test('a code is found as a whole number, with any text beside it', () => {
  const secrets = [{ what: 'code', text: '314159' }]
  const leaks = (text: string) => findLeaks([{ place: 'DOM', text }], secrets, 'signIn')
  for (const text of ['id-1314159', '3141590', '1.314159', '314159.5']) {
    expect(leaks(text), text).toEqual([])
  }
  for (const text of ['?code=314159', 'You typed 314159.', 'code_314159', 'otp-314159']) {
    expect(leaks(text), text).toHaveLength(1)
  }
})

test('tokens may be in cookies of their own, and in no other; signed out there are none', () => {
  const { document } = page('')
  const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl'
  document.cookie = `CognitoIdentityServiceProvider.client.ada.idToken=${jwt}`
  document.cookie = `mine=${jwt}`
  const seen = takeSnapshot(document)
  expect(findLeaks(seen.occurrences, [], 'signedIn')).toEqual([
    expect.stringContaining('a secret (token) is in cookie mine'),
  ])
  const input = {
    isSignedIn: false,
    isPending: false,
    failure: undefined,
    page: seen,
  } as CheckInput
  expect(checks.noTokenLeft(input)).toContain(
    'cookie CognitoIdentityServiceProvider.client.ada.idToken',
  )
  expect(checks.noTokenLeft({ ...input, isSignedIn: true })).toBeUndefined()
})

test('a secret that is shown for a moment is found, even if it disappears', async () => {
  const { document } = page('<p role="alert">Correct-horse</p>')
  const step = explore(authBehaviour).steps.find(({ to }) => to.leaf === 'signIn.editing')
  if (!step) throw new Error('The chart has no sign-in')
  const screens = new Screens({
    ui: { routes: { signIn: () => document.body }, actions: {} } as unknown as Ui<Document>,
    handle: document,
    snapshot: () => {
      const seen = takeSnapshot(document)
      document.body.innerHTML = ''
      return seen
    },
    patienceMs: 2_000,
  })
  const judged = screens.runChecks(
    expectedOf({ step, before: step.from.snapshot, after: step.to.snapshot, rest: [] }),
    () => ({
      secrets: [{ what: 'password', text: 'Correct-horse' }],
      requests: new Map(),
      isFirst: true,
    }),
  )
  await expect(judged).rejects.toThrow('a secret (password) is in DOM')
})

test('messages of drivers are reported without secrets and colours', () => {
  const { starts, steps } = explore(authBehaviour)
  const step = steps.find(({ event }) => event.type === 'signIn.submit')
  const [start] = starts
  if (!start || !step) throw new Error('The chart has no sign-in')
  const typed = (step.event as { password?: Secret<string> }).password?.reveal() ?? ''
  const cause = new Error(`\u001b[2mfill("${typed}")\u001b[22m`)
  const error = new WalkError({ title: 'one', start, steps: [step] }, 0, cause)
  expect(typed.length).toBeGreaterThan(8)
  expect(error.message).toContain('fill("[secret]")')
  expect(String((error.cause as Error).stack)).not.toContain(typed)
})
