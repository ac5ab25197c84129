import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openJournal, writeWhole } from '../../src/data-dir/journal.ts'
import { createSandbox } from '../../src/index.ts'
import { createClient, email } from '../support/client.ts'

let dataDir: string
let path: string

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'authchart-'))
  path = join(dataDir, 'sandbox.jsonl')
})
afterEach(() => rmSync(dataDir, { recursive: true }))

const read = () => readFileSync(path, 'utf8')

test('a rewritten file has what was appended meanwhile, after what was there', async () => {
  writeWhole(path, ['old\n'])
  const journal = openJournal(path, statSync(path).size)
  journal.append('older\n')
  const rewritten = journal.rewrite(['one\n', 'two\n'])
  journal.append('meanwhile\n')
  expect(read()).toBe('old\nolder\nmeanwhile\n')
  await rewritten
  expect(read()).toBe('one\nmeanwhile\ntwo\n')
  journal.append('later\n')
  expect(read()).toBe('one\nmeanwhile\ntwo\nlater\n')
  expect(journal.size).toBe(read().length)
  journal.close()
  expect(readdirSync(dataDir)).toEqual(['sandbox.jsonl'])
})

test('a file that is closed while it is rewritten stays as it was', async () => {
  writeWhole(path, ['old\n'])
  const journal = openJournal(path, 4)
  const rewritten = journal.rewrite(['new\n', 'newer\n'])
  journal.close()
  await rewritten
  expect(read()).toBe('old\n')
  expect(readdirSync(dataDir)).toEqual(['sandbox.jsonl'])
})

test('a file that cannot be rewritten stays as it was, and takes what follows', async () => {
  writeWhole(path, ['old\n'])
  const journal = openJournal(path, 4)
  function* broken() {
    yield 'new\n'
    throw new Error('Broken')
  }
  await expect(journal.rewrite(broken())).rejects.toThrow('Broken')
  journal.append('later\n')
  expect(read()).toBe('old\nlater\n')
  journal.close()
  expect(readdirSync(dataDir)).toEqual(['sandbox.jsonl'])
})

const longAttributes = [
  'address',
  'birthdate',
  'family_name',
  'gender',
  'given_name',
  'locale',
  'middle_name',
  'nickname',
  'picture',
  'profile',
  'website',
  'zoneinfo',
]

test('changes of the same user do not make the file grow forever', async () => {
  const sandbox = createSandbox({ dataDir })
  const client = createClient(sandbox)
  await client.confirmed()
  const long = longAttributes.map((Name) => ({ Name, Value: 'x'.repeat(2000) }))
  let largest = 0
  for (let count = 1; count <= 400; count += 1) {
    const UserAttributes = [{ Name: 'name', Value: String(count) }, ...long]
    const answer = await client.admin('AdminUpdateUserAttributes', {
      Username: email,
      UserAttributes,
    })
    expect(answer.status).toBe(200)
    if (count === 200) await client.signUp('meanwhile@example.com')
    // Requests in one process leave no turn to others by themselves.
    await nextTurn()
    largest = Math.max(largest, statSync(path).size)
  }
  expect(largest).toBeLessThan(6 * 2 ** 20)
  await sandbox.close()
  const again = createSandbox({ dataDir })
  const { body } = await createClient(again).control('GET', '/users')
  expect(body).toMatchObject([
    { attributes: { name: '400' } },
    { attributes: { email: 'meanwhile@example.com' } },
  ])
  await again.close()
}, 60_000)
