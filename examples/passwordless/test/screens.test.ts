import { describe, expect, test } from 'vitest'
import { email, openApp, password } from './open-app.tsx'

describe.each(['React', 'Vue'] as const)('%s', (framework) => {
  test('the user name, the choice, a wrong code, the right one', async () => {
    const app = await openApp(framework)
    await app.type('username', email)
    await app.press('Continue')
    await app.shows('How do you want to sign in')
    await app.press('Send a code by e-mail')
    await app.shows('We have sent it to a***@e***')
    const code = await app.code()
    await app.type('code', code === '00000000' ? '11111111' : '00000000')
    await app.press('Sign in')
    await app.shows('Invalid code')
    await app.type('code', code)
    await app.press('Sign in')
    await app.shows('Sign out')
  })

  test('another way than the code: the password', async () => {
    const app = await openApp(framework)
    await app.type('username', email)
    await app.press('Continue')
    await app.press('Send a code by e-mail')
    await app.press('Another way')
    await app.type('password', password)
    await app.press('Use the password')
    await app.shows('Sign out')
  })

  test('a passkey: registered at the prompt, then one click, then by autofill, then deleted', async () => {
    const app = await openApp(framework, { passkeyPrompt: true })
    await app.type('username', email)
    await app.press('Continue')
    await app.type('password', password)
    await app.press('Use the password')
    await app.shows('Sign in faster next time')
    await app.press('Create a passkey')
    await app.press('Sign out')
    // The name is in the field, and the new passkey comes first.
    await app.press('Continue')
    await app.shows('Sign out')
    expect(app.browser.dialogs).toBe(1)
    await app.press('Sign out')
    await app.press('Continue')
    await app.shows('Sign out')
    expect(app.browser.dialogs).toBe(2)
    app.browser.isPicked = true
    await app.press('Sign out')
    await app.shows('Delete')
    expect(app.browser.dialogs).toBe(2)
    await app.press('Delete')
    await app.shows('Hello')
    await expect.poll(() => app.container.querySelectorAll('li')).toHaveLength(0)
  })

  test('a dialog that was closed: try again, or another way', async () => {
    const app = await openApp(framework, { passkeyPrompt: true })
    await app.type('username', email)
    await app.press('Continue')
    await app.type('password', password)
    await app.press('Use the password')
    await app.press('Create a passkey')
    await app.press('Sign out')
    app.browser.isCancelled = true
    await app.press('Continue')
    await app.shows('Sign in with your passkey')
    await expect.poll(() => app.container.querySelector('[role=alert]')?.textContent).not.toBe('')
    await app.press('Another way')
    await app.shows('Send a code by e-mail')
    app.browser.isCancelled = false
    await app.press('Use a passkey')
    await app.shows('Sign out')
  })

  test('a sign-up without a password signs in by itself; a password is set later', async () => {
    const app = await openApp(framework)
    const name = 'grace@example.com'
    await app.press('Create an account')
    await app.type('username', name)
    await app.press('Create account')
    await app.shows('We sent a code by email')
    await app.type('code', await app.code(name))
    await app.press('Confirm')
    await app.shows('Set the password')
    expect(app.container.querySelector('[name=previous]')).toBeNull()
    await app.type('password', password)
    await app.press('Set the password')
    await app.shows('Your password is set.')
  })
})

test.each(['the form of React', 'the form of Vue'] as const)(
  '%s begins with the user name, and has a button for each factor',
  async (form) => {
    const app = await openApp(form)
    await app.type('username', email)
    expect(app.container.querySelector('[name=username]')?.getAttribute('autocomplete')).toBe(
      'username webauthn',
    )
    expect(app.container.querySelector('[name=password]')).toBeNull()
    await app.press('Sign in')
    await app.press('Send a code by email')
    await app.shows('We sent a code by email')
    await app.press('Sign in another way')
    await app.shows('Choose how to sign in')
    await app.press('Send a code by email')
    await app.shows('We sent a code by email')
    await app.type('code', await app.code())
    await app.press('Continue')
    await app.press('Sign out')
  },
)
