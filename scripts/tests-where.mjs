/**
 * Says for each test file of the repository whether `npm test` runs it, only `npm run test:long`, or nothing.
 *
 *   npm run tests:where [-- --json]
 */
import { parseArgs } from 'node:util'
import { whereTestsRun } from './lib/tests-where/where-tests-run.mjs'

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })
const { test, long, nowhere } = await whereTestsRun()

if (values.json) {
  process.stdout.write(`${JSON.stringify({ test: test.length, long: long.length, nowhere })}\n`)
} else {
  const titles = { 'npm test': test, 'only npm run test:long': long, nothing: nowhere }
  for (const [title, files] of Object.entries(titles)) {
    process.stdout.write(`Run by ${title}: ${files.length}\n`)
    for (const file of files) process.stdout.write(`  ${file}\n`)
  }
}
process.exitCode = nowhere.length === 0 ? 0 : 1
