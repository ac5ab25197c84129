import { importBundled } from '../support/bundle-for-node.mjs'

export const title = 'Planned walks'

export const meaning = `The walks that cover every transition of the chart, planned by Authchart and by \`getShortestPaths\` of \`xstate/graph\`, which gets the same
chart, events and outcomes, and all that guards read to distinguish states. A walk begins with a new page, so their
number is what a test run takes. The other generator, \`getSimplePaths\`, does not end within a minute.`

const peer = 'xstate/graph, shortest paths'

/** @returns {Promise<import('../support/statistics.mjs').Row[]>} */
export async function compare() {
  const { planned, shortestPaths } = await importBundled({
    contents: `export { planned, shortestPaths } from './support/plan-transitions.ts'`,
    conditions: ['authchart-source'],
  })
  const [ours, theirs] = [planned(), shortestPaths()]
  const row = (what, figureOf, more = {}) => ({
    what,
    peer,
    unit: '',
    ours: [figureOf(ours)],
    theirs: [figureOf(theirs)],
    ...more,
  })
  return [
    row('part of the transitions that is covered', ({ covered }) => covered, { better: 'more' }),
    row('walks', ({ sessions }) => sessions),
    row('steps for each covered transition', ({ stepsEach }) => stepsEach),
    row('time', ({ ms }) => ms, {
      unit: 'ms',
      why: 'It explores the chart and then searches until every transition is covered; the peer stops at each state.',
    }),
  ]
}
