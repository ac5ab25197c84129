/**
 * XState's view of an auth: the chart, the actor of a handle, and what is needed to build on them. Only
 * this entry mentions XState in its types.
 *
 * @packageDocumentation
 */
import { authMachine as chart } from './chart/machine.ts'
import { openSetup } from './chart/setup.ts'
import { withFailures } from './errors/with-failures.ts'

export { actorOf } from './actor-of.ts'
export { descriptionOf } from './chart/descriptions.ts'
export type { AuthActor } from './chart/machine.ts'
export { errorOf } from './chart/params.ts'
export type { AuthRequests } from './chart/setup.ts'
export { isStepNeeded } from './steps/is-step-needed.ts'
export { chartWith, ownChart } from './steps/own-chart.ts'
export { type StepEvent, stepInput } from './steps/step-input.ts'
export { stepSetup } from './steps/step-setup.ts'
export { stepsOf } from './steps/steps-of.ts'
export { connect } from './view/connect.ts'
export { leafName } from './view/leaf-name.ts'
export { type OwnScreen, ownScreenOf, type ResumedAt } from './view/own-screen.ts'
export { type AuthSnapshot, pathOf } from './view/path.ts'

/** The chart with stub actors: for drawings, for walks, and to build on. `createAuth` runs the same. */
export const authMachine: typeof chart = /* @__PURE__ */ withFailures(chart)

/** The chart's types, actions, guards and delays: for state configs of your own. */
export const authSetup: ReturnType<typeof openSetup> = /* @__PURE__ */ openSetup()
