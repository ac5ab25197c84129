import { isBehind, median, missesLimit, ratioOf } from './statistics.mjs'

/**
 * What `npm run bench` has measured.
 *
 * @typedef {object} Results
 * @property {string} date of the last comparison, `2026-11-30`
 * @property {{ cpu: string, cores: number, node: string }} machine
 * @property {Record<string, string>} versions of each peer
 * @property {Comparison[]} comparisons
 *
 * @typedef {object} Comparison
 * @property {string} name of its file
 * @property {string} title
 * @property {string} meaning what its ratios say, in a sentence
 * @property {import('./statistics.mjs').Row[]} rows
 */

/**
 * The page of the results.
 *
 * @param {Results} results
 */
export function renderResults({ date, machine, versions, comparisons }) {
  const peers = Object.entries(versions).map(([name, version]) => `${name} ${version}`)
  return `# Authchart beside its peers

\`npm run bench\` writes this page; do not edit it. Each comparison does the same work by Authchart and by a peer, in one run. Work that
takes time is done in turns. A ratio is Authchart by the peer: below 1, Authchart takes less. The range in brackets is the
smallest and the largest value.

Measured on ${date}: ${machine.cpu}, ${machine.cores} cores, Node ${machine.node}. Peers: ${peers.join(', ')}.

${comparisons.map(renderComparison).join('\n\n')}
`
}

/** What the README says: one line of each of these comparisons. */
const highlights = [
  ['bytes', 'React, all flows', 'Amplify UI, `<Authenticator>`', 'Bytes of all flows'],
  ['bytes', 'React, first screen', 'Amplify UI, `<Authenticator>`', 'Bytes until the sign-in form'],
  ['bytes', 'all flows', 'aws-amplify/auth, every function', 'Bytes of all flows'],
  [
    'first-screen',
    'React, signed out, slow 4G',
    'Amplify UI, `<Authenticator>`',
    'Time to the form on slow 4G',
  ],
  ['sign-in', 'main thread, in Node', 'amazon-cognito-identity-js', 'Main thread in SRP, in Node'],
  [
    'sign-in',
    'main thread, 6 times slower',
    'aws-amplify/auth',
    'Main thread in a sign-in on a slow phone',
  ],
  [
    'renders',
    'React, the sign-in',
    'Amplify UI for React, `useAuthenticator()`',
    'Renders in a sign-in',
  ],
  ['chart', 'a handle, time', 'Amplify UI, its machine', 'Time to create the auth'],
  ['chart', 'a handle, memory', 'Amplify UI, its machine', 'Memory of the auth'],
  [
    'types',
    'members of `view.`, after an edit',
    'Amplify UI, `useAuthenticator()`',
    'Completion of `view.` in the editor',
  ],
  [
    'cognito-local',
    'sign-in, 1000 users',
    'cognito-local',
    'A sign-in at the sandbox with 1,000 users',
  ],
]

/**
 * The table of the README.
 *
 * @param {Results} results
 * @throws {Error} if a line of it was not measured
 */
export function renderSummary({ comparisons }) {
  const lines = highlights.map(([name, what, peer, title]) => {
    const rows = comparisons.find((comparison) => comparison.name === name)?.rows ?? []
    const row = rows.find((row) => row.what === what && row.peer === peer)
    if (!row) throw new Error(`${name} has no "${what}" beside ${peer}`)
    return `| ${title} | ${peer} | ${formatRatio(ratioOf(row))} |`
  })
  return ['| | beside | ratio |', '|---|---|--:|', ...lines].join('\n')
}

/** One section of the page. @param {Comparison} comparison */
export function renderComparison({ title, meaning, rows }) {
  const notes = rows.flatMap((row) =>
    row.why && isBehind(row) ? [`- **${row.what}, ${row.peer}:** ${row.why}`] : [],
  )
  return [
    `## ${title}`,
    '',
    meaning,
    '',
    '| | Authchart | peer | | ratio | |',
    '|---|--:|---|--:|--:|---|',
    ...rows.map(renderRow),
    ...(notes.length > 0 ? ['', ...notes] : []),
  ].join('\n')
}

/** @param {import('./statistics.mjs').Row} row */
function renderRow(row) {
  const { what, peer, unit, ours, theirs, limit } = row
  const remarks = [
    isBehind(row) ? '**behind**' : '',
    limit === undefined ? '' : `goal ${limit}${missesLimit(row) ? ', missed' : ''}`,
  ]
  const cells = [
    what,
    withRange(ours, unit),
    peer,
    withRange(theirs, unit),
    formatRatio(ratioOf(row)),
    remarks.filter(Boolean).join('; '),
  ]
  return `| ${cells.join(' | ')} |`
}

/** @param {readonly number[]} values @param {string} unit */
function withRange(values, unit) {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const suffix = unit ? ` ${unit}` : ''
  const range = least === most ? '' : ` (${format(least)}–${format(most)})`
  return `${format(median(values))}${suffix}${range}`
}

/** Three digits that count; whole numbers above 100. @param {number} value */
function format(value) {
  if (Number.isInteger(value) || Math.abs(value) >= 100)
    return Math.round(value).toLocaleString('en')
  return Number(value.toPrecision(3)).toLocaleString('en')
}

/** @param {number} ratio */
function formatRatio(ratio) {
  return ratio >= 10 ? ratio.toFixed(0) : ratio >= 1 ? ratio.toFixed(1) : ratio.toPrecision(2)
}
