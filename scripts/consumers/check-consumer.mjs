import { spawnSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { npmCommand } from '../lib/paths.mjs'
import { installPackages } from './install-packages.mjs'
import { linkPackages } from './link-packages.mjs'

/**
 * Copies a project, installs what it depends on and runs its `check`.
 *
 * @param {import('./read-consumers.mjs').Consumer} consumer
 * @param {ReturnType<typeof import('./pack-packages.mjs').packPackages>} packed
 * @param {string} to where the copy will be
 */
export function checkConsumer(consumer, packed, to) {
  cpSync(consumer.folder, to, { recursive: true })
  if (consumer.isLong) installPackages(consumer, packed, to)
  else linkPackages(consumer, packed, to)
  const [npm, ...parameters] = npmCommand('run', '--silent', 'check')
  const { status, stdout, stderr, error } = spawnSync(npm, parameters, {
    cwd: to,
    encoding: 'utf8',
    timeout: 600_000,
    env: { ...process.env, NODE_OPTIONS: '', CI: '1' },
  })
  return { isPassed: status === 0, output: `${stdout}${stderr}${error ?? ''}` }
}
