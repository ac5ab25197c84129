import { bundleSources } from './bundle-sources.mjs'
import { failureAdvice } from './failure-advice.mjs'

const heading = `# Failures

Every \`code\` of \`view.failure\` and \`toFailure(error)\` (the type \`FailureCode\`). The columns:

- *field*: the form field to which the failure points.
- *retryable*: whether the same request may succeed later.
- *exceptions*: the exceptions with this code, by name, with a part of the message where Cognito uses one name for several errors. Names that end in
  \`Error\` are our own, for errors without a Cognito name.

\`npm run docs\` generates this page from \`packages/machine/src/errors/failure-table.ts\` and \`packages/machine/src/cognito/rejections\`; \`npm test\` fails when it
is stale.

| code | field | retryable | exceptions |
|---|---|---|---|
`

const rest = '| `unknown` | | | any other; its name is in `failure.cause` |\n'

const advice = `
## What to do

The text for the user is \`failureText()\`; an empty cell means that there is nothing to do. The page of each flow has the failures of its screens.

| code | the developer | the user |
|---|---|---|
`

const byStatus = `
## Names that are not in the table

If an exception's name is not in the table, its HTTP status decides: 5xx is \`serviceError\`, 429 \`throttled\`, 408 \`timeout\`, 403 \`forbidden\`, 401
\`notAuthorized\`. Success is only HTTP 200 with the JSON that the operation promises. A response of AWS WAF in Cognito's place is \`firewallChallenge\` (HTTP
202), \`firewallCaptcha\` (405) or \`forbidden\` (403).

## Names of every AWS service

Each name may end in \`Exception\`:

| code | retryable | names |
|---|---|---|
`

const parts = `
## Other members of a failure

- \`message\`: Cognito's own text, or ours for our own errors; in English and for developers. The texts for your users are \`failureText()\` of
  \`@authchart/machine/words\`, by \`code\`.
- \`attribute\`: the attribute that Cognito rejected or missed. \`field\` is \`attributes.<name>\` if the user typed it as an attribute, \`email\` on the screen that sets up
  codes by e-mail, and \`username\` if the user typed it as the user name.
- \`rule\`, for \`invalidPassword\` and \`passwordUsedBefore\`: the rule that the password breaks, one of \`PasswordRule\`.
- \`said\`, for \`refusedByTrigger\`: the text that your Lambda function threw. \`message\` is Cognito's version of it, for example
  \`PreSignUp failed with error Not from here.\`
- \`retryAt\`: epoch ms before which a retry is useless, from \`Retry-After\`.
- \`field\` is absent if the screen that sent the request has no such field: a user name that the code screen shows cannot be typed there.

\`notConfigured\` is for the developer, with Cognito's own message: the client has a secret, a flow or sign-up is disabled, a request is not signed. It never ends a
session.

## Validation errors

\`2 validation errors detected: Value at 'username' failed to satisfy constraint: …; Value at …\` and \`Missing required parameter …\` are read by the member that they
name. If there are several, the first one with a field counts. \`message\` is a sentence without Cognito's regular expression; Cognito's own words are in
\`failure.cause\`.

| member | code | field |
|---|---|---|
`

const attributesRow =
  '| `userAttributes` | `invalidEmail`, `invalidPhoneNumber`, `invalidAttribute` | `attributes.<name>` |\n'

/** The page as it should be. */
export async function failuresPage() {
  const kinds = new Map()
  const { awsErrors, failureTable, memberRejections } = await bundleSources('failure-sources.mjs')
  for (const [exception, rows] of Object.entries(failureTable)) {
    for (const row of rows) {
      const cells = [code(row.code), row.field ? code(row.field) : '', row.retryable ? 'yes' : '']
      const kind = cells.join(' | ')
      kinds.set(kind, [...(kinds.get(kind) ?? []), { exception, ...row }])
    }
  }
  const sorted = [...kinds].sort(([one], [other]) => one.localeCompare(other, 'en'))
  return (
    heading +
    sorted.map(([kind, rows]) => `| ${kind} | ${exceptionsOf(rows)} |\n`).join('') +
    rest +
    advice +
    adviceRows(failureTable) +
    byStatus +
    awsRows(awsErrors) +
    parts +
    [...memberRejections].map(memberRow).join('') +
    attributesRow
  )
}

/** One row for each code of the table, and for `unknown`. */
function adviceRows(table) {
  const codes = Object.values(table).flatMap((rows) => rows.map((row) => row.code))
  const sorted = [...new Set([...codes, 'unknown'])].sort((one, other) =>
    one.localeCompare(other, 'en'),
  )
  const surplus = Object.keys(failureAdvice).filter((name) => !sorted.includes(name))
  if (surplus.length > 0)
    throw new Error(`Advice for codes that do not exist: ${surplus.join(', ')}`)
  return sorted.map(adviceRow).join('')
}

function adviceRow(name) {
  const [developer, user] =
    failureAdvice[name] ?? fail(`No advice in failure-advice.mjs for ${name}`)
  return `| ${code(name)} | ${developer} | ${user} |\n`
}

function fail(message) {
  throw new Error(message)
}

function awsRows(errors) {
  const kinds = new Map()
  for (const [name, rejection] of errors) {
    const kind = `| ${code(rejection.code)} | ${rejection.retryable ? 'yes' : ''} |`
    kinds.set(kind, [...(kinds.get(kind) ?? []), code(name)])
  }
  return [...kinds].map(([kind, names]) => `${kind} ${names.join(', ')} |\n`).join('')
}

const memberRow = ([member, rejection]) =>
  `| ${code(member)} | ${code(rejection.code)} | ${rejection.field ? code(rejection.field) : ''} |\n`

/** Each by its name, with what its messages say. */
function exceptionsOf(rows) {
  const names = [...new Set(rows.map(({ exception }) => exception))]
  return names.map((name) => [code(name), textsOf(name, rows)].join('')).join(', ')
}

function textsOf(name, rows) {
  const texts = rows.filter(({ exception }) => exception === name).map(({ says }) => says)
  return texts.every(Boolean) ? ` (${texts.map((text) => `“${text}”`).join(', ')})` : ''
}

const code = (text) => `\`${text}\``
