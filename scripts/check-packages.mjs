/**
 * Checks what users install: `publint --strict` and `attw` on the packed packages, their contents, knip over the
 * repository, and the public API against the reports in `docs/api/reports`. Needs a build.
 *
 *   npm run check:packages [-- --json] [-- --update]   `--update` accepts the public API as it is
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { packPackages } from './consumers/pack-packages.mjs'
import { checkApi } from './lib/check-packages/api-reports.mjs'
import { checkContents } from './lib/check-packages/check-contents.mjs'
import { runAttw } from './lib/check-packages/run-attw.mjs'
import { runKnip } from './lib/check-packages/run-knip.mjs'
import { runPublint } from './lib/check-packages/run-publint.mjs'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    update: { type: 'boolean', default: false },
  },
})

const problems = await findProblems()
const { publint, attw, contents, knip, api } = problems
if (values.json) {
  const counts = {
    publint: publint.length,
    attw: attw.length,
    contents: contents.length,
    knip: knip.length,
  }
  const state = api.length === 0 ? 'unchanged' : 'changed'
  process.stdout.write(`${JSON.stringify({ ...counts, api: state })}\n`)
} else {
  for (const [tool, lines] of Object.entries(problems)) {
    process.stdout.write(`${lines.length === 0 ? '✓' : '✗'} ${tool}\n`)
    for (const line of lines) process.stdout.write(`  ${line}\n`)
  }
  if (api.length > 0 && !values.update)
    process.stdout.write('  Accept with: npm run check:packages -- --update\n')
}
const isAccepted = values.update || api.length === 0
const others = [publint, attw, contents, knip].flat()
process.exitCode = isAccepted && others.length === 0 ? 0 : 1

/** @returns {Promise<Record<'publint' | 'attw' | 'contents' | 'knip' | 'api', string[]>>} lines, by tool */
async function findProblems() {
  const workplace = mkdtempSync(join(tmpdir(), 'authchart-packed-'))
  try {
    const knipRun = runKnip()
    const packed = packPackages(workplace)
    const contents = checkContents(packed)
    const publintRun = runPublint(packed)
    const attwRun = runAttw(packed)
    const api = checkApi({ isUpdate: values.update })
    return { publint: await publintRun, attw: await attwRun, contents, knip: await knipRun, api }
  } finally {
    rmSync(workplace, { recursive: true, force: true })
  }
}
