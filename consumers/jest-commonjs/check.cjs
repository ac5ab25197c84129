const assert = require('node:assert/strict')
const { spawnSync } = require('node:child_process')

function run(script, ...parameters) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...parameters], {
    encoding: 'utf8',
  })
  assert.equal(status, 0, `${script} ${parameters.join(' ')}\n${stdout}${stderr}`)
}

run('node_modules/jest/bin/jest.js')
const tsc = 'node_modules/typescript/bin/tsc'
const common = ['--noEmit', '--strict', '--skipLibCheck', '--target', 'es2022', 'types.ts']
run(tsc, '--module', 'nodenext', '--moduleResolution', 'nodenext', ...common)
run(tsc, '--module', 'commonjs', '--moduleResolution', 'node10', ...common)
