/** What answers in place of Cognito, in one part that is loaded later. */
export { endRequestOf, outcomesOf } from './actor-outcomes.ts'
export { endingsOf } from './endings.ts'
