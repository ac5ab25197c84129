import { expect, test } from 'vitest'
import { findCommands, optionsOf } from '../../lib/tests-where/find-commands.mjs'

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
