import { element } from './dom.ts'

/** Says what went wrong, once for each failure, on top of everything. */
export function createFailureDialog(host: HTMLElement) {
  const text = element('p', { id: 'failure-text' })
  const dialog = element(
    'dialog',
    { className: 'failure', role: 'alertdialog' },
    element('h2', {}, 'That did not work'),
    text,
    element('form', { method: 'dialog' }, element('button', {}, 'OK')),
  )
  dialog.setAttribute('aria-labelledby', 'failure-text')
  host.append(dialog)
  let said: string | undefined

  return (failure: string | undefined): void => {
    if (failure === said) return
    said = failure
    if (failure !== undefined) {
      text.textContent = failure
      if (!dialog.open) dialog.showModal()
    } else dialog.close()
  }
}
