/** `require()` of a module: Node can from 20.19 and 22.12 on. */
const assert = require('node:assert/strict')
const { env } = require('node:process')
const { createAuth, checkPassword, defaultPasswordPolicy } = require('@authchart/machine')
const { requestCookies } = require('@authchart/machine/server')
const { validatorOf } = require('@authchart/machine/validators')
const { loadWords } = require('@authchart/machine/words')
const { german } = require('@authchart/machine/words/de')
const { createSandbox } = require('@authchart/sandbox')

assert.equal(typeof requestCookies, 'function')
assert.equal(typeof createSandbox, 'function')
assert.equal(
  checkPassword('Abcdef1!', defaultPasswordPolicy).every(({ passed }) => passed),
  true,
)

async function check() {
  assert.equal(await loadWords('de'), german)
  const auth = createAuth({ config: JSON.parse(env.AUTH_CONFIG), timeoutMs: 60_000 })
  assert.deepEqual(await auth.ready(), { user: undefined })
  const schema = validatorOf(auth.getView(), 'submit')['~standard']
  const { value } = schema.validate({
    username: ` ${env.AUTH_USERNAME}`,
    password: env.AUTH_PASSWORD,
  })
  auth.getView().submit(value)
  while (auth.getView().isPending) await new Promise((resolve) => setTimeout(resolve, 20))
  assert.equal(auth.getView().failure, undefined)
  assert.equal(auth.getView().user.email, env.AUTH_USERNAME)
  auth.stop()
}

check()
