/** `require()` of a module: Node can from 20.19 and 22.12 on. */
const assert = require('node:assert/strict')
const { createAuth, checkPassword, defaultPasswordPolicy } = require('@authchart/machine')
const { requestCookies } = require('@authchart/machine/server')
const { validatorOf } = require('@authchart/machine/validators')
const { loadWords } = require('@authchart/machine/words')
const { german } = require('@authchart/machine/words/de')
const { createSandbox } = require('@authchart/sandbox')

assert.equal(typeof requestCookies, 'function')
assert.equal(
  checkPassword('Abcdef1!', defaultPasswordPolicy).every(({ passed }) => passed),
  true,
)
loadWords('de').then((words) => assert.equal(words, german))
const sandbox = createSandbox()
const auth = createAuth({
  config: sandbox.config,
  fetch: (input, init) => sandbox.fetch(input instanceof Request ? input : new URL(input), init),
})
auth.ready().then((initial) => {
  assert.deepEqual(initial, { user: undefined })
  const schema = validatorOf(auth.getView(), 'submit')['~standard']
  assert.deepEqual(schema.validate({ username: ' ada@example.com', password: 'x' }).value, {
    username: 'ada@example.com',
    password: 'x',
  })
  auth.stop()
})
