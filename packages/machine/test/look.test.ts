import { Window } from 'happy-dom'
import { afterEach, expect, test } from 'vitest'
import { look } from '../src/testing/ui/look.ts'
import { leaksIn } from '../src/testing/ui/oracles/no-secret.ts'

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

test('alerts are told from other live regions, and empty ones are none', () => {
  const { document } = page(`
    <p role="alert"> Wrong </p><p role="alert"></p><p aria-live="assertive">Too weak</p>
    <p role="status">Sent</p><p role="alert" hidden>Old</p>`)
  expect(look(document)).toMatchObject({ alerts: ['Wrong', 'Too weak'], statuses: ['Sent'] })
})

test('a button that submits is open unless it is disabled, one way or the other', () => {
  const { document } = page(`
    <form><button>Go</button></form><form><button disabled>No</button></form>
    <form><button aria-disabled="true">Nor this</button><button type="button">Cancel</button></form>`)
  expect(look(document).openSubmits).toEqual(['Go'])
})

test('focus on the body is no focus', () => {
  const { document } = page('<input id="code" name="code">')
  expect(look(document).focus).toBeUndefined()
  document.querySelector('input')?.focus()
  expect(look(document).focus).toBe('input#code[name="code"]')
})

test('what is typed is no leak, what is shown or stored is', () => {
  const { window, document } = page('<input type="password">')
  const secrets = [{ what: 'password', text: 'Correct-horse' }]
  const leaks = () => leaksIn(look(document).sightings, secrets, 'signIn')
  const input = document.querySelector('input')
  if (input) input.value = 'Correct-horse'
  expect(leaks()).toEqual([])
  window.localStorage.setItem('draft', 'Correct-horse')
  window.document.body.append('Correct-horse')
  expect(leaks()).toEqual([
    'a secret (password) is in DOM',
    'a secret (password) is in localStorage draft',
  ])
})

test('secrets have homes', () => {
  const secrets = [
    { what: 'session', text: 'the-session' },
    { what: 'secret', text: 'KRUGKIDROVUWG2ZAMJZG653O' },
  ]
  const at = (place: string, text: string, route: 'setupTotp' | 'signIn') =>
    leaksIn([{ place, text }], secrets, route)
  expect(at('sessionStorage authchart.client-1.pending', 'the-session', 'signIn')).toEqual([])
  expect(at('history', 'the-session', 'signIn')).toHaveLength(1)
  expect(at('DOM', 'KRUGKIDROVUWG2ZAMJZG653O', 'setupTotp')).toEqual([])
  expect(at('DOM', 'KRUGKIDROVUWG2ZAMJZG653O', 'signIn')).toHaveLength(1)
})

test('a code is a number of its own', () => {
  const secrets = [{ what: 'code', text: '314159' }]
  expect(leaksIn([{ place: 'URL', text: 'id-1314159' }], secrets, 'signIn')).toEqual([])
  expect(leaksIn([{ place: 'URL', text: '?code=314159' }], secrets, 'signIn')).toHaveLength(1)
})
