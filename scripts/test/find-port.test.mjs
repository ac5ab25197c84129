import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { findPort, findPorts } from '../lib/find-port.mjs'

test('takes the preferred port when it is free', async () => {
  expect(await findPort(4800, async () => true)).toBe(4800)
})

test('takes the next free one otherwise', async () => {
  expect(await findPort(4800, async (port) => port > 4802)).toBe(4803)
})

test('gives up instead of searching for ever', async () => {
  await expect(findPort(4800, async () => false)).rejects.toThrow('No free port from 4800 on')
})

test('gives no name the port of another', async () => {
  const wanted = { react: 5173, vue: 5174 }
  const free =
    (...taken) =>
    async (port) =>
      !taken.includes(port)
  expect(await findPorts(wanted, free())).toEqual(wanted)
  expect(await findPorts(wanted, free(5173))).toEqual({ react: 5175, vue: 5174 })
  expect(await findPorts(wanted, free(5173, 5174))).toEqual({ react: 5175, vue: 5176 })
})

test('sees that a server listens', async () => {
  const server = createServer()
  const port = await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server.address().port))
  })
  expect(await findPort(port)).not.toBe(port)
  server.close()
})
