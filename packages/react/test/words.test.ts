import { createAuth } from '@authchart/machine'
import { AuthProvider } from '@authchart/react'
import { act, configure, fireEvent, render, renderHook, waitFor } from '@testing-library/react'
import { createElement } from 'react'
import { expect, test } from 'vitest'
import { GermanScreen } from './guides/german-screen.tsx'
import { ScreenWithLanguages } from './guides/language-menu.tsx'
import { useWords } from './guides/use-words.ts'

// A busy machine loads a chunk slowly.
configure({ asyncUtilTimeout: 10_000 })

test('a screen changes its language, and what is typed stays', async () => {
  const { container, unmount, auth } = await open(ScreenWithLanguages)
  const form = container.querySelector('form')
  const input = document.createElement('input')
  input.value = 'ada@example.com'
  form?.append(input)
  expect(container.querySelector('h1')?.textContent).toBe('Sign in')
  fireEvent.change(container.querySelector('select') as Element, { target: { value: 'ja' } })
  await waitFor(() => expect(container.querySelector('h1')?.textContent).toBe('ログイン'))
  expect(form?.lang).toBe('ja')
  expect(container.querySelector('form')).toBe(form)
  unmount()
  auth.stop()
})

test('a screen in German', async () => {
  const { container, unmount, auth } = await open(GermanScreen)
  expect(container.querySelector('h1')?.textContent).toBe('Anmelden')
  unmount()
  auth.stop()
})

test('words that do not load leave those that are shown', async () => {
  const { result, rerender } = renderHook(({ language }) => useWords(language), {
    initialProps: { language: 'de' as 'de' | 'fr' },
  })
  await waitFor(() => expect(result.current.words.language).toBe('de'))
  rerender({ language: 'xx' as 'fr' })
  await waitFor(() => expect(result.current.error).toBeInstanceOf(RangeError))
  expect(result.current.words.language).toBe('de')
  rerender({ language: 'fr' })
  await waitFor(() => expect(result.current.words.language).toBe('fr'))
  expect(result.current.error).toBeUndefined()
})

async function open(Screen: () => React.ReactNode) {
  const auth = createAuth({
    config: { userPoolId: 'us-east-1_AbCdEf123', userPoolClientId: 'a1' },
    initial: {},
  })
  await act(async () => void (await auth.ready()))
  const rendered = render(createElement(AuthProvider, { auth }, createElement(Screen)))
  return { ...rendered, auth }
}
