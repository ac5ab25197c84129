import type { Coverage } from '../coverage.ts'
import { escapeMarkup } from '../escape-markup.ts'
import { missedJourneys, sentenceOf, summaryOf } from '../summary.ts'
import { chartMap } from './chart-map.ts'
import { style, styleHash } from './style.ts'
import { failureList, rowTable, sessionTable } from './tables.ts'

/**
 * One page that needs nothing else: the chart as a heat map, and everything as tables. It has no
 * script, and its own policy forbids any.
 */
export function htmlOf(coverage: Coverage): string {
  const { leaves, outcomes, sessions } = coverage
  const { failed, shares } = summaryOf(coverage)
  const policy = `default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'`
  const shareList = shares.map(
    ([what, reached, of, percent]) => `<li><b>${percent}</b>${what}: ${reached} of ${of}</li>`,
  )
  const failures = failed > 0 ? `<h2>Failed</h2>${failureList(sessions)}` : ''
  const journeys = missedJourneys(coverage).map((journey) => `<li>${escapeMarkup(journey)}</li>`)
  const unplanned =
    journeys.length > 0 ? `\n<h2>Journeys not walked</h2>\n<ul>${journeys.join('')}</ul>` : ''
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${failed > 0 ? '✗' : '✓'} Walks over the auth chart</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Walks over the auth chart</h1>
<p>${sentenceOf(coverage)}.</p>
<ul class="shares">${shareList.join('')}</ul>
${failures}
<h2>The chart</h2>
<p class="quiet">Each box is a state. A leaf shows how often sessions came to it and were right; open it for the transitions that lead out of it.</p>
${chartMap(coverage)}
<h2>Leaves</h2>
${rowTable('Leaves of the chart, the same as the map', leaves)}
<h2>Outcomes</h2>
${rowTable('How requests ended', outcomes)}
<h2>Sessions</h2>
${sessionTable(sessions)}${unplanned}
</main>
</body>
</html>
`
}
