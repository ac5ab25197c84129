interface HostedWindowOptions {
  /** A link or a form leads there. */
  readonly onRequest: (address: URL, init?: RequestInit) => void
  /** The user closes the window. */
  readonly onClose: () => void
}

/** A dialog with the look of a browser's window, in which pages are shown whose requests stay in this page. */
export function hostedWindow({ onRequest, onClose }: HostedWindowOptions) {
  const dialog = document.createElement('dialog')
  dialog.className = 'hosted-ui'
  dialog.setAttribute('aria-label', 'Hosted UI')
  dialog.innerHTML = `
    <header>
      <code class="address"></code>
      <button type="button" aria-label="Close the hosted UI">✕</button>
    </header>`
  const address = dialog.querySelector('code')
  dialog.querySelector('button')?.addEventListener('click', onClose)
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault()
    onClose()
  })

  return {
    show(url: URL, html: string): void {
      dialog.querySelector('iframe')?.remove()
      if (address) address.textContent = `${url.host}${url.pathname}`
      const frame = document.createElement('iframe')
      dialog.append(frame)
      if (!dialog.isConnected) document.body.append(dialog)
      if (!dialog.open) dialog.showModal()
      fill(frame, html, { from: url, onRequest, onClose })
    },
    close(): void {
      dialog.close()
      dialog.remove()
    },
  }
}

interface FillOptions extends HostedWindowOptions {
  /** The address of the page. */
  readonly from: URL
}

function fill(
  frame: HTMLIFrameElement,
  html: string,
  { from, onRequest, onClose }: FillOptions,
): void {
  const page = frame.contentDocument
  const view = frame.contentWindow as (Window & typeof globalThis) | null
  if (!page || !view) return

  function send(form: HTMLFormElement, submitter: HTMLElement | null = null): void {
    const fields = new FormData(form, submitter)
    const data = new URLSearchParams(
      [...fields].map(([name, value]): [string, string] => [name, String(value)]),
    )
    const action = new URL(form.getAttribute('action') ?? '', from)
    const isPost = form.method === 'post'
    if (!isPost) action.search = data.toString()
    onRequest(action, isPost ? { method: 'POST', body: data } : {})
  }

  // The script of a page with a passkey calls it; before the page is written, because that script runs at once.
  view.HTMLFormElement.prototype.submit = function submit(this: HTMLFormElement) {
    send(this)
  }
  page.open()
  page.write(html)
  page.close()
  frame.title = page.title
  page.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return
    event.preventDefault()
    send(event.target as HTMLFormElement, event.submitter)
  })
  page.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a[href]')
    if (!link) return
    event.preventDefault()
    onRequest(new URL(link.getAttribute('href') ?? '', from))
  })
  page.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') onClose()
  })
  page.querySelector<HTMLElement>('input:not([type=hidden]), button')?.focus()
}
