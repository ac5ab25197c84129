/** Next.js builds its middleware for the Edge runtime, and warns if it lacks something. */
const assert = require('node:assert/strict')
const { spawn, spawnSync } = require('node:child_process')
const { once } = require('node:events')
const { createServer } = require('node:net')

const next = 'node_modules/next/dist/bin/next'

async function check() {
  const { status, stdout, stderr } = spawnSync(process.execPath, [next, 'build'], {
    encoding: 'utf8',
  })
  assert.equal(status, 0, `${stdout}${stderr}`)
  assert.doesNotMatch(`${stdout}${stderr}`, /warn|Edge Runtime|BroadcastChannel/i)

  const port = await freePort()
  const server = spawn(process.execPath, [next, 'start', '-H', '127.0.0.1', '-p', port], {
    stdio: 'ignore',
  })
  try {
    const answer = await open(`http://127.0.0.1:${port}/`)
    assert.equal(answer.headers.get('x-auth-route'), 'signIn')
  } finally {
    server.kill()
    await once(server, 'exit')
  }
}

async function open(url) {
  for (let left = 1_800; ; left -= 1) {
    try {
      return await fetch(url)
    } catch (error) {
      if (left === 0) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address()
  probe.close()
  return String(port)
}

check()
