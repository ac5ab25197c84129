import { join } from 'node:path'

/** @typedef {{ path: string, seconds: number }} FileTime */

// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals get colours
const colours = /\u001b\[[0-9;]*m/g
/** ` ✓ |project| test/a.test.ts (5 tests | 1 failed) 1234ms` */
const vitestLine =
  /^ *[✓❯×↓] (?:\|[^|]+\| )?(\S+\.(?:test|spec)\.\w+) \(\d+ tests?[^)]*\).* (\d+)\s?ms/
/** `  ✓  12 [project] › tests/a.spec.ts:3:1 › title (1.2s)` */
const playwrightLine = /^ *[✓✘] +\d+ \[[^\]]+\] › (\S+?):\d+:\d+ › .* \(([\d.]+)(ms|s|m)\)$/
const secondsOf = { ms: 0.001, s: 1, m: 60 }

/**
 * How long each test file took, as vitest and Playwright's list print it; of Playwright, the sum of its tests.
 *
 * @param {string} output
 * @param {string} dir where the runner was started
 * @returns {FileTime[]}
 */
export function readFileTimes(output, dir) {
  const times = new Map()
  const add = (file, seconds) => {
    const path = join(dir, file)
    times.set(path, (times.get(path) ?? 0) + seconds)
  }
  for (const line of output.replace(colours, '').split('\n')) {
    const [, unitFile, ms] = vitestLine.exec(line) ?? []
    if (unitFile) add(unitFile, Number(ms) / 1000)
    const [, spec, time, unit] = playwrightLine.exec(line) ?? []
    if (spec) add(spec, Number(time) * secondsOf[unit])
  }
  return [...times].map(([path, seconds]) => ({ path, seconds }))
}

/**
 * @param {FileTime[]} files
 * @param {number} count
 * @returns {string} a list, the slowest first
 */
export function formatSlowest(files, count) {
  return [...files]
    .sort((one, other) => other.seconds - one.seconds)
    .slice(0, count)
    .map(({ path, seconds }) => `${seconds.toFixed(1).padStart(8)} s  ${path}`)
    .join('\n')
}
