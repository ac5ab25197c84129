/** Lists the house words that are still in the repository, with what to write in their place. */
import { parseArgs } from 'node:util'
import { root } from './lib/paths.mjs'
import { findWords } from './lib/words/find-words.mjs'

const help = `Usage: npm run words -- [options]

  --area PATH   only files below PATH, e.g. packages/sandbox
  --word WORD   only this house word
  --summary     only the counts
  --json        only the count of all, as JSON
`

const { values } = parseArgs({
  options: {
    area: { type: 'string' },
    word: { type: 'string' },
    summary: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
})

if (values.help) {
  process.stdout.write(help)
  process.exit()
}

const finds = findWords(root, values.area).filter(
  ({ word }) => values.word === undefined || values.word === word,
)

if (values.json) {
  process.stdout.write(`${JSON.stringify({ count: finds.length })}\n`)
} else {
  if (!values.summary) {
    for (const { path, line, found, word, plain } of finds)
      process.stdout.write(`${path}:${line}: ${found} (${word} → ${plain})\n`)
  }
  printCounts(
    'By area',
    count(finds, ({ path }) => path.split('/').slice(0, 2).join('/')),
  )
  printCounts(
    'By word',
    count(finds, ({ word }) => word),
  )
  process.stdout.write(`${finds.length} house words\n`)
}

function count(items, keyOf) {
  const counts = new Map()
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  return [...counts].sort(([, one], [, other]) => other - one)
}

function printCounts(title, counts) {
  process.stdout.write(`${title}:\n`)
  for (const [key, number] of counts)
    process.stdout.write(`  ${String(number).padStart(5)}  ${key}\n`)
}
