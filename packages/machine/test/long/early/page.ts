import { createAuth } from '../../../src/early/index.ts'
import type { AuthView } from '../../../src/index.ts'

const config = JSON.parse(document.querySelector('#config')?.textContent ?? '')
const auth = createAuth({ config })
const main = document.querySelector('main')

/** The form stays in the page as long as its screen does, as it does with React or Vue. */
function render(view: AuthView) {
  if (!main) return
  if (main.dataset.route !== view.route) {
    main.replaceChildren(...(view.route === 'signIn' ? [form()] : []))
    main.dataset.route = view.route
  }
  main.dataset.seen = `${main.dataset.seen ?? ''} ${view.route}`
  main.title = view.user?.email ?? view.failure?.code ?? ''
  const button = main.querySelector('button')
  if (button) button.disabled = view.isPending
}

function form() {
  const form = document.createElement('form')
  form.innerHTML =
    '<input name="username"><input name="password" type="password"><button>Sign in</button>'
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const data = new FormData(form)
    const view = auth.getView()
    if (view.route !== 'signIn') return
    view.submit({ username: String(data.get('username')), password: String(data.get('password')) })
  })
  return form
}

render(auth.getView())
auth.subscribe(render)
