import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { processStart } from '../../src/data-dir/process-start.ts'
import { createSandbox, DataDirError } from '../../src/index.ts'

let dataDir: string

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'authchart-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

const open = () => ({ sandbox: createSandbox({ dataDir }) })

const lock = () => join(dataDir, 'sandbox.lock')
/** The parent of this process is certainly running. */
const { ppid } = process

test('keeps a second sandbox out, of this process too, until the first closes', async () => {
  const { sandbox } = open()
  const rejected = new DataDirError(
    'inUse',
    lock(),
    `${dataDir} is in use by another sandbox of this process. Close it, or choose another directory. (${lock()})`,
  )
  expect(() => open()).toThrow(rejected)
  await sandbox.close()
  expect(existsSync(lock())).toBe(false)
  const next = open()
  // A second time does nothing, and takes nothing from the next one.
  await sandbox.close()
  expect(existsSync(lock())).toBe(true)
  await next.sandbox.close()
})

test('by another process excludes others as long as that process runs', async () => {
  const owner = { pid: ppid, started: processStart(ppid), nonce: 'x' }
  writeFileSync(lock(), JSON.stringify(owner))
  expect(() => open()).toThrow(`in use by process ${ppid}`)
  expect(JSON.parse(readFileSync(lock(), 'utf8'))).toEqual(owner)
})

test.each([
  [
    'whose process id is another program\u2019s now',
    { pid: ppid, started: 'long ago', nonce: 'x' },
  ],
  ['whose process is gone', { pid: 2_147_483_646, started: 'x', nonce: 'x' }],
  ['by an earlier process with the id of this one', { pid: process.pid, nonce: 'x' }],
  ['without a start', ppid],
  ['that is empty', undefined],
  ['that is something else', ['x']],
])('%s is taken over', async (_, content) => {
  writeFileSync(lock(), content === undefined ? '' : JSON.stringify(content))
  const { sandbox } = open()
  expect(JSON.parse(readFileSync(lock(), 'utf8'))).toMatchObject({ pid: process.pid })
  await sandbox.close()
  expect(readdirSync(dataDir)).toEqual(['sandbox.jsonl'])
})

test('is not removed if another sandbox took it over', async () => {
  const { sandbox } = open()
  writeFileSync(lock(), '{"pid":1,"nonce":"y"}')
  await sandbox.close()
  expect(readFileSync(lock(), 'utf8')).toBe('{"pid":1,"nonce":"y"}')
})
