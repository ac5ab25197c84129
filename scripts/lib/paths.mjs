import { join } from 'node:path'
import { env } from 'node:process'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** What these scripts keep between runs; git-ignored. */
export const dataDir = join(root, '.authchart')

const tools = {
  attw: '@arethetypeswrong/cli/dist/index.js',
  biome: '@biomejs/biome/bin/biome',
  knip: 'knip/bin/knip.js',
  playwright: '@playwright/test/cli.js',
  tsdown: 'tsdown/dist/run.mjs',
  turbo: 'turbo/bin/turbo',
  vite: 'vite/bin/vite.js',
  vitepress: 'vitepress/bin/vitepress.js',
  vitest: 'vitest/vitest.mjs',
}

/**
 * The command line of an installed tool: run by this Node, so that no shell and no `.cmd` file is
 * needed on Windows.
 *
 * @param {keyof typeof tools} name
 * @param {string[]} parameters
 */
export function toolCommand(name, ...parameters) {
  return [process.execPath, join(root, 'node_modules', tools[name]), ...parameters]
}

/**
 * The command line of npm, the one that runs this script where there is one.
 *
 * @param {string[]} parameters
 */
export function npmCommand(...parameters) {
  const cli = env.npm_execpath
  if (cli?.endsWith('.js')) return [process.execPath, cli, ...parameters]
  return process.platform === 'win32'
    ? ['cmd.exe', '/d', '/s', '/c', 'npm', ...parameters]
    : ['npm', ...parameters]
}
