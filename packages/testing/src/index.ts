/**
 * Generates tests for your own auth UI from Authchart's statechart: the contract of a UI (`defineUi`),
 * the planner (`planWalks`, `walkTo`), drivers that take its walks, reports, and a scripted Cognito.
 *
 * @packageDocumentation
 */

export { type Outcome, outcomes } from './catalogue/outcome.ts'
export { payloads } from './catalogue/payloads.ts'
export { person } from './catalogue/person.ts'
export type { Rejection } from './catalogue/rejections.ts'
export {
  type ActionType,
  absent,
  type Button,
  defineUi,
  gapsOf,
  type PayloadOf,
  type Plain,
  type ShownTexts,
  type Sign,
  type Ui,
  type Words,
} from './contract/define-ui.ts'
export { bareDriver } from './drivers/bare.ts'
export {
  type Rendered,
  type TestingLibraryOptions,
  testingLibraryDriver,
} from './drivers/testing-library.ts'
export { wireDriver } from './drivers/wire/wire-driver.ts'
export type { Surface, WireOptions } from './drivers/wire/wire-options.ts'
export { authBehaviour, type Extension, extendBehaviour } from './model/auth-behaviour.ts'
export type { Behaviour } from './model/behaviour.ts'
export { explore, exploreFrom } from './model/explore.ts'
export type { Fact, FactList, Facts } from './model/facts.ts'
export type { Kind, Model, Place, Start, Step } from './model/model.ts'
export { type StepsOptions, stepsBehaviour } from './model/steps-behaviour.ts'
export { withVault } from './model/with-vault.ts'
export { type Costs, costOfWalk, guessedCosts, shardOf, withinBudget } from './plan/costs.ts'
export type { Aim, Criterion } from './plan/criterion.ts'
export { journeys } from './plan/journeys.ts'
export type { Missed } from './plan/missed.ts'
export { type Plan, type PlanOptions, planWalks } from './plan/plan-walks.ts'
export { isReplay, type Replay, replayOf, walkOf } from './plan/replay.ts'
export type { Walk } from './plan/walk.ts'
export { type WalkToOptions, walkTo } from './plan/walk-to.ts'
export type { Coverage } from './report/coverage.ts'
export { coverageOf } from './report/coverage-of.ts'
export { htmlOf } from './report/html/html-of.ts'
export { junitOf } from './report/junit.ts'
export { markdownOf } from './report/markdown.ts'
export { mergeCoverage } from './report/merge-coverage.ts'
export { textOf } from './report/text.ts'
export { belowThresholds, type Thresholds } from './report/thresholds.ts'
export { resultOf, type WalkResult } from './report/walk-result.ts'
export type { Driver, DriverKind, ExpectedStep } from './run/driver.ts'
export { expectedSteps } from './run/expected-steps.ts'
export { runWalk } from './run/run-walk.ts'
export { shrinkWalk } from './run/shrink-walk.ts'
export { WalkError } from './run/walk-error.ts'
export type { Exchange } from './scripted-cognito/exchange.ts'
export { exchangesOf } from './scripted-cognito/exchanges-of.ts'
export { type NextRequest, nextRequest } from './scripted-cognito/next-request.ts'
export { type Moment, type ScriptedPool, scriptedConfig } from './scripted-cognito/pool.ts'
export {
  type ScriptedCognito,
  type ScriptedCognitoOptions,
  scriptedCognito,
} from './scripted-cognito/scripted-cognito.ts'
export {
  returnOf,
  type Stored,
  storageOf,
  storedDevice,
  storedSession,
} from './scripted-cognito/storage-of.ts'
