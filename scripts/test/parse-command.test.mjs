import { expect, test } from 'vitest'
import { parseCommand, UsageError } from '../lib/parse-command.mjs'

const options = { only: { type: 'string', multiple: true } }

test('reads flags, several times where they may be', () => {
  expect(parseCommand(['--only', 'unit', '--only=e2e'], options).only).toEqual(['unit', 'e2e'])
})

test('knows --help of every command', () => {
  expect(parseCommand(['-h'], {}).help).toBe(true)
})

test('says in one line what it does not know', () => {
  expect(() => parseCommand(['--nope'], options)).toThrow(UsageError)
  expect(() => parseCommand(['--nope'], options)).toThrow(
    /^Unknown option '--nope'\. See --help\.$/,
  )
})

test('takes no positional arguments', () => {
  expect(() => parseCommand(['unit'], options)).toThrow(UsageError)
})
