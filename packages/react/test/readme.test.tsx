import { readFileSync } from 'node:fs'
import { createSandbox } from '@authchart/sandbox'
import { configure, fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { App } from './readme/first-screen.tsx'

configure({ asyncUtilTimeout: 10_000 })

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

const blocks = [...read('../../../README.md').matchAll(/```tsx\n([\s\S]*?)```/g)].map(
  ([, code = '']) => code,
)

test('the README shows the end of a file that compiles here, and a whole one', () => {
  expect(blocks).toHaveLength(2)
  expect(read('readme/first-screen.tsx').endsWith(`\n\n${blocks[0]}`)).toBe(true)
  expect(blocks[1]).toBe(read('readme/example.tsx'))
})

test('the first example of the README signs a user in and out', async () => {
  const sandbox = createSandbox({
    userPoolId: 'us-east-1_AbCdEf123',
    userPoolClientId: 'a1b2c3d4e5f6g7h8i9j0k1l2m3',
    users: [{ username: 'ada@example.com', password: 'Password1!' }],
  })
  vi.stubGlobal('fetch', sandbox.fetch)
  const { unmount } = render(<App />)
  await signIn('Password2!')
  expect((await screen.findByRole('alert')).textContent).toBe('incorrectCredentials')
  await signIn('Password1!')
  fireEvent.click(await screen.findByRole('button', { name: 'Sign out ada@example.com' }))
  await screen.findByRole('form', { name: 'Sign in' })
  unmount()
})

async function signIn(password: string) {
  const form = await screen.findByRole('form', { name: 'Sign in' })
  fireEvent.input(screen.getByLabelText('User name'), { target: { value: 'ada@example.com' } })
  fireEvent.input(screen.getByLabelText('Password'), { target: { value: password } })
  fireEvent.submit(form)
}
