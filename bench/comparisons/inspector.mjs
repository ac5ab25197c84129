import { importBundled } from '../support/bundle-for-node.mjs'

export const title = 'Inspector'

export const meaning = `Ten thousand transitions of a chart that is inspected: until all are taken, and until all are reported. The peer serialises and sends
each event in a timer of its own; both write nowhere.`

const peer = '@statelyai/inspect'

/** @param {{ isShort: boolean }} options @returns {Promise<import('../support/statistics.mjs').Row[]>} */
export async function compare({ isShort }) {
  const { inspected } = await importBundled({
    contents: `export { inspected } from './support/inspect-events.ts'`,
    conditions: ['authchart-source'],
  })
  const { ours, theirs } = await inspected(isShort ? 500 : 10_000, isShort ? 1 : 5)
  const pick = (name) => ({
    ours: ours.map((measured) => measured[name]),
    theirs: theirs.map((measured) => measured[name]),
  })
  const why =
    'It hides secrets and compares the contexts before the next transition; the peer does its work later.'
  return [
    { what: 'transitions taken', peer, unit: 'ms', why, ...pick('taken') },
    { what: 'transitions reported', peer, unit: 'ms', why, ...pick('reported') },
  ]
}
