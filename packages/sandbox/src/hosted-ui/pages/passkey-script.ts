/**
 * Runs the ceremony of a form with `data-ceremony` and sends the form with the response. A sign-in begins at
 * once; registrations need a press of the button.
 */
export const passkeyScript = `
const form = document.querySelector('form[data-ceremony]')
const output = form.querySelector('output')
const { ceremony, options } = form.dataset
const failures = {
  NotAllowedError: 'The passkey request was cancelled, or took too long.',
  InvalidStateError: 'There is a passkey on this device already.',
  SecurityError: 'This page may not use the passkeys of the user pool.',
}
async function run() {
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) return 'This browser has no passkeys.'
  const publicKey = ceremony === 'create'
    ? PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(options))
    : PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options))
  try {
    form.elements.CREDENTIAL.value = JSON.stringify(await navigator.credentials[ceremony]({ publicKey }))
    form.submit()
    return ''
  } catch (error) {
    return failures[error.name] ?? error.message
  }
}
async function start() {
  output.textContent = ''
  output.textContent = await run()
}
form.addEventListener('submit', (event) => {
  event.preventDefault()
  start()
})
if (ceremony === 'get') start()
`
