/**
 * Installs the packed packages into copies of the projects in `consumers/`, outside of the
 * repository, and runs the `check` of each. Without `--long` those that need nothing but what is
 * installed here already; with it the others, which install from the registry.
 *
 *   node scripts/consumers.mjs [--long] [--only NAME] [--keep]
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { checkConsumer } from './consumers/check-consumer.mjs'
import { packPackages } from './consumers/pack-packages.mjs'
import { readConsumers } from './consumers/read-consumers.mjs'

const { values } = parseArgs({
  options: {
    long: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    keep: { type: 'boolean', default: false },
  },
})

const consumers = readConsumers().filter(({ name, isLong }) =>
  values.only ? values.only.includes(name) : isLong === values.long,
)
if (consumers.length === 0) throw new Error('There is no such project in consumers/')
const workplace = mkdtempSync(join(tmpdir(), 'authchart-consumers-'))
let failed = 0
try {
  const packed = packPackages(join(workplace, 'packed'))
  for (const consumer of consumers) {
    const start = performance.now()
    const { isPassed, output } = checkConsumer(consumer, packed, join(workplace, consumer.name))
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    process.stdout.write(`${isPassed ? '✓' : '✗'} ${consumer.name} ${seconds} s\n`)
    if (isPassed) continue
    failed += 1
    process.stdout.write(`${output.trim()}\n`)
  }
} finally {
  if (values.keep) process.stdout.write(`${workplace}\n`)
  else rmSync(workplace, { recursive: true, force: true })
}
process.exitCode = failed > 0 ? 1 : 0
