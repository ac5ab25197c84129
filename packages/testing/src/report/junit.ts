import type { Coverage, SessionRow } from './coverage.ts'
import { escapeMarkup } from './escape-markup.ts'
import { summaryOf } from './summary.ts'

/** JUnit XML: a test case for each walk, the coverage as properties. */
export function junitOf(coverage: Coverage): string {
  const { failed, notRun, ms, shares } = summaryOf(coverage)
  const counts = `tests="${coverage.sessions.length}" failures="${failed}" errors="0" skipped="${notRun}" time="${inSeconds(ms)}"`
  const properties = shares.map(
    ([what, reached, of]) => `      <property name="${what} walked" value="${reached} of ${of}"/>`,
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="authchart walks" ${counts}>`,
    '    <properties>',
    ...properties,
    '    </properties>',
    ...coverage.sessions.map(caseOf),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n')
}

function caseOf({ criterion, title, status, ms, failure }: SessionRow): string {
  const head = `    <testcase classname="walks.${escapeMarkup(criterion)}" name="${escapeMarkup(title)}" time="${inSeconds(ms)}"`
  if (failure) {
    const steps = [failure.replay.start, ...failure.replay.steps].join('\n')
    const [first = ''] = failure.message.split('\n')
    const body = escapeMarkup(`${failure.message}\n\n${steps}`)
    return `${head}>\n      <failure message="${escapeMarkup(first)}">${body}</failure>\n    </testcase>`
  }
  return status === 'not run' ? `${head}>\n      <skipped/>\n    </testcase>` : `${head}/>`
}

const inSeconds = (ms: number) => (ms / 1000).toFixed(3)
