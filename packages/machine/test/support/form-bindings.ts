import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { FormOptions } from '../../src/forms/index.ts'
import type { Auth } from '../../src/index.ts'
import { english, loadWords } from '../../src/words/index.ts'
import { createPerson, openSite } from './rendered-site.ts'
import {
  createUser,
  email,
  lastCode,
  openPage,
  password,
  settled,
  signUp,
  submitSignIn,
} from './sandbox-auth.ts'

/** Components that are mounted, each with its own `useAuthForm()`. */
interface MountedForms {
  /** Renders them with other options. */
  render(options: FormOptions): void
  unmount(): void
}

/** A binding whose component shows each part of a form: title, status, fields with rules, actions, sections. */
export interface FormBinding {
  /** Mounts one component for each set of options, which pass a new object in each render. */
  mount(
    auth: Auth,
    root: HTMLElement,
    options: readonly FormOptions[],
    onRender: () => void,
  ): MountedForms
  renderToString(auth: Auth): string | Promise<string>
  /** Mounts one component over what a server has rendered. */
  hydrate(auth: Auth, root: HTMLElement): MountedForms
}

const { texts } = english

/** Sends no proof of the password: its arithmetic takes the time of all these tests. */
const config = { authenticationFlowType: 'USER_PASSWORD_AUTH' }

const shows = (check: () => unknown) => vi.waitFor(check, { timeout: 8_000 })

/** Tests `useAuthForm()` of a binding against the sandbox. */
export function testFormBinding(binding: FormBinding): void {
  /** An empty element in the page, and what the framework complains of. */
  function openRoot() {
    const root = document.createElement('div')
    document.body.replaceChildren(root)
    const complaints: unknown[] = []
    for (const level of ['error', 'warn'] as const) {
      vi.spyOn(console, level).mockImplementation((...said) => {
        // Said of server and page being one process here.
        if (!String(said[0]).includes('Detected multiple renderers')) complaints.push(said)
      })
    }
    onTestFinished(() => {
      root.remove()
      vi.restoreAllMocks()
    })
    return { root, complaints }
  }

  function show(auth: Auth, options: readonly FormOptions[] = [{}]) {
    const { root, complaints } = openRoot()
    const count = { renders: 0 }
    const mounted = binding.mount(auth, root, options, () => {
      count.renders += 1
    })
    onTestFinished(() => mounted.unmount())
    return { root, complaints, count, ...mounted }
  }

  async function openSignIn() {
    const page = openPage()
    await createUser(page)
    const auth = page.load({ config })
    await settled(auth, 'signIn')
    return { page, auth }
  }

  test('a form signs in, with one request for each step', async () => {
    const { page, auth } = await openSignIn()
    const { root, complaints } = show(auth)
    page.sent.length = 0
    type(root, 'username', email)
    type(root, 'password', password)
    press(root, 'signIn.submit')
    await settled(auth, 'signedIn')
    await shows(() => expect(titleOf(root)).toBe(`Hello, ${email}`))
    expect(page.sent).toEqual(['InitiateAuth'])
    expect(complaints).toEqual([])
  })

  test('what was unmounted follows nothing; mounted again, it is what is there now', async () => {
    const { page, auth } = await openSignIn()
    const first = show(auth)
    press(first.root, 'go.signUp')
    await shows(() => expect(titleOf(first.root)).toBe('Create your account'))
    first.unmount()
    expect(first.root.innerHTML).toBe('')
    const renders = first.count.renders
    const view = auth.getView()
    if (view.route === 'signUp') view.goSignIn()
    await settled(auth, 'signIn')
    expect(first.count.renders).toBe(renders)
    const { root, complaints } = show(auth)
    page.sent.length = 0
    type(root, 'username', email)
    press(root, 'signIn.submit')
    await shows(() => expect(errorOf(root)).toBe(texts['problem.required']))
    expect(document.activeElement).toBe(inputOf(root, 'password'))
    type(root, 'password', password)
    press(root, 'signIn.submit')
    await settled(auth, 'signedIn')
    expect(page.sent.filter((operation) => operation === 'InitiateAuth')).toHaveLength(1)
    expect(complaints).toEqual([])
  })

  test('two forms in one page: each has its ids and problems, and both follow the view', async () => {
    const { auth } = await openSignIn()
    const { root } = show(auth, [{ idPrefix: 'page' }, { idPrefix: 'dialog' }])
    const forms = () => [...root.querySelectorAll<HTMLFormElement>('form')]
    const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(forms().map(({ id }) => id)).toEqual(['page-signIn', 'dialog-signIn'])
    const [, dialog] = forms()
    if (!dialog) throw new Error('The second form is missing')
    press(dialog, 'signIn.submit')
    await shows(() => expect(errorOf(dialog)).toBe(texts['problem.required']))
    expect(root.querySelectorAll('[aria-invalid]')).toHaveLength(2)
    expect(dialog.querySelectorAll('[aria-invalid]')).toHaveLength(2)
    expect(document.activeElement).toBe(inputOf(dialog, 'username'))
    press(dialog, 'go.signUp')
    await shows(() => expect(forms().map(({ id }) => id)).toEqual(['page-signUp', 'dialog-signUp']))
  })

  describe('what was typed stays', () => {
    test('when the words are changed, and so does the focus', async () => {
      const german = await loadWords('de')
      const { auth } = await openSignIn()
      const { root, render } = show(auth)
      type(root, 'username', email)
      press(root, 'signIn.submit')
      await shows(() => expect(errorOf(root)).toBe(texts['problem.required']))
      type(root, 'password', 'Half-of-it')
      const menu = document.body.appendChild(document.createElement('select'))
      onTestFinished(() => menu.remove())
      menu.focus()
      render({ words: german })
      await shows(() => expect(titleOf(root)).toBe(german.texts['title.signIn']))
      expect(formOf(root).lang).toBe('de')
      expect(errorOf(root)).toBe(german.texts['problem.required'])
      expect(inputOf(root, 'username').value).toBe(email)
      expect(inputOf(root, 'password').value).toBe('Half-of-it')
      expect(document.activeElement).toBe(menu)
    })

    test('while a cool-down counts', async () => {
      const page = openPage()
      const auth = page.load({ config })
      await signUp(auth)
      const { root, count } = show(auth)
      type(root, 'code', '12')
      const before = count.renders
      const label = () => buttonOf(root, 'confirmSignUp.resend').textContent
      const first = label()
      expect(first).toMatch(/in \d+ seconds/)
      await shows(() => expect(label()).not.toBe(first))
      expect(count.renders).toBeGreaterThan(before)
      expect(inputOf(root, 'code').value).toBe('12')
    })

    test('while a request is in flight, and after it has failed', async () => {
      const { page, auth } = await openSignIn()
      const { root } = show(auth)
      page.between = async () => {
        throw new TypeError('fetch failed')
      }
      type(root, 'username', email)
      type(root, 'password', password)
      press(root, 'signIn.submit')
      await shows(() => expect(errorOf(root)).toBe(texts['failure.network']))
      expect(inputOf(root, 'username').value).toBe(email)
      expect(inputOf(root, 'password').value).toBe(password)
    })
  })

  test('a keystroke renders nothing, also with options that are new in each render', async () => {
    const { auth } = await openSignIn()
    const { root, count, render } = show(auth)
    render({
      repeatPassword: true,
      extraFields: [
        { route: 'signUp', to: 'validationData', name: 'invitation', label: 'Invitation' },
      ],
    })
    press(root, 'go.signUp')
    await shows(() => expect(titleOf(root)).toBe('Create your account'))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(count.renders).toBeLessThan(10)
    expect(inputOf(root, 'validationData.invitation').type).toBe('text')
    const before = count.renders
    for (const text of ['P', 'Pa', 'Password1!']) type(root, 'password', text)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(count.renders).toBe(before)
    const marks = [...root.querySelectorAll('[data-rule]')].map((rule) =>
      rule.getAttribute('data-passed'),
    )
    expect(new Set(marks)).toEqual(new Set(['true']))
  })

  test('no password and no code is ever in the HTML', async () => {
    const page = openPage()
    const auth = page.load({ config })
    await settled(auth, 'signIn')
    const { root } = show(auth, [{ repeatPassword: true }])
    const seen = new Set<string>()
    const observer = new MutationObserver(() => seen.add(root.innerHTML))
    observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    })
    const changed = 'Another-horse-8'
    press(root, 'go.signUp')
    await shows(() => expect(titleOf(root)).toBe('Create your account'))
    type(root, 'username', email)
    type(root, 'password', password)
    type(root, 'passwordRepeat', 'Other')
    press(root, 'signUp.submit')
    await shows(() => expect(errorOf(root)).toBe(texts['problem.passwordsDiffer']))
    type(root, 'passwordRepeat', password)
    press(root, 'signUp.submit')
    await settled(auth, 'confirmSignUp')
    const code = await lastCode(page)
    await shows(() => inputOf(root, 'code'))
    type(root, 'code', code)
    press(root, 'confirmSignUp.submit')
    await settled(auth, 'signedIn')
    await shows(() => buttonOf(root, 'signedIn.changePassword'))
    type(root, 'previousPassword', password)
    type(root, 'password', changed)
    type(root, 'passwordRepeat', changed)
    press(root, 'signedIn.changePassword')
    await shows(() => expect(auth.getView().notice).toBe('passwordChanged'))
    await shows(() => expect(inputOf(root, 'previousPassword').value).toBe(''))
    observer.disconnect()
    expect(seen.size).toBeGreaterThan(5)
    for (const secret of [password, changed, code]) {
      expect([...seen].filter((html) => html.includes(secret))).toEqual([])
    }
  }, 60_000)

  test('a page of a server is hydrated without a complaint, and keeps what was typed before', async () => {
    const site = openSite()
    await createPerson(site.page, email)
    const { html, initial } = await site.request((auth) => binding.renderToString(auth))
    const { root, complaints } = openRoot()
    root.innerHTML = html
    expect(titleOf(root)).toBe(texts['title.signIn'])
    expect(formOf(root).getAttributeNames()).toContain('novalidate')
    const attributes = [...root.querySelectorAll('*')].flatMap((element) =>
      element.getAttributeNames(),
    )
    expect(attributes.filter((name) => !/^[a-z-]+$/.test(name))).toEqual([])
    type(root, 'username', email)
    const form = formOf(root)
    const auth = site.load(initial)
    const mounted = binding.hydrate(auth, root)
    onTestFinished(() => mounted.unmount())
    await settled(auth, 'signIn')
    expect(formOf(root)).toBe(form)
    expect(inputOf(root, 'username').value).toBe(email)
    press(root, 'signIn.submit')
    await shows(() => expect(errorOf(root)).toBe(texts['problem.required']))
    expect(document.activeElement).toBe(inputOf(root, 'password'))
    expect(complaints).toEqual([])
  })

  test('the account shows what is stored, as attributes that a render does not reset', async () => {
    const page = openPage()
    await createUser(page, { name: 'Ada' })
    const auth = page.load({ config })
    await submitSignIn(auth)
    await settled(auth, 'signedIn')
    const { root } = show(auth)
    press(root, 'signedIn.load')
    await shows(() => expect(inputOf(root, 'attributes.name').value).toBe('Ada'))
    type(root, 'attributes.name', 'Ada Lovelace')
    press(root, 'signedIn.changePassword')
    await shows(() => expect(errorOf(root)).toBe(texts['problem.required']))
    expect(inputOf(root, 'attributes.name').value).toBe('Ada Lovelace')
    press(root, 'signedIn.updateAttributes')
    await shows(() => expect(auth.getView().notice).toBe('attributesUpdated'))
    await shows(() => expect(inputOf(root, 'attributes.name').defaultValue).toBe('Ada Lovelace'))
    expect(inputOf(root, 'attributes.name').value).toBe('Ada Lovelace')
  })
}

function find<Found extends Element>(root: Element, selector: string): Found {
  const found = root.querySelector<Found>(selector)
  if (!found) throw new Error(`Nothing matches ${selector} in ${root.textContent}`)
  return found
}

const formOf = (root: Element) => find<HTMLFormElement>(root, 'form')
const titleOf = (root: Element) => find(root, 'h1').textContent
const errorOf = (root: Element) => root.querySelector('[role=alert]')?.textContent
const inputOf = (root: Element, name: string) =>
  find<HTMLInputElement>(root, `input[name="${name}"]`)
const buttonOf = (root: Element, event: string) =>
  find<HTMLButtonElement>(root, `button[data-action="${event}"]`)

function type(root: Element, name: string, text: string): void {
  const input = inputOf(root, name)
  input.focus()
  input.value = text
  input.dispatchEvent(new Event('input', { bubbles: true }))
}

function press(root: Element, event: string): void {
  const button = buttonOf(root, event)
  button.focus()
  button.click()
}
