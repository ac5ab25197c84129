import { expect, test } from 'vitest'
import { findCommands, optionsOf } from '../../lib/tests-where/find-commands.mjs'
import { whereTestsRun } from '../../lib/tests-where/where-tests-run.mjs'

test('every test file is run by npm test or by npm run test:long', async () => {
  const { test, long, nowhere } = await whereTestsRun()
  expect(nowhere).toEqual([])
  expect(test.length).toBeGreaterThan(long.length)
  expect(test).toContain('scripts/test/repository/tests-where.test.mjs')
}, 300_000)

test('finds the runner behind a long script', async () => {
  const [command] = await findCommands('packages/testing', 'test:long')
  expect(command?.words.slice(0, 2)).toEqual(['vitest', 'run'])
  expect(command && optionsOf(command, 'config')).toEqual(['long.config.ts'])
})

test('reads options with and without an equals sign', () => {
  const command = {
    dir: '.',
    words: ['vitest', '--project=a', '--config', 'b.ts', '--project', 'c'],
  }
  expect(optionsOf(command, 'project')).toEqual(['a', 'c'])
  expect(optionsOf(command, 'config')).toEqual(['b.ts'])
})
