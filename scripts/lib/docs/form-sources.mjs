/** TypeScript, for `bundleSources`: the chart, its views, their forms and words. */
export { initialContext } from '../../../packages/machine/src/chart/context.ts'
export { authMachine } from '../../../packages/machine/src/chart/machine.ts'
export { formOf } from '../../../packages/machine/src/forms/index.ts'
export { Secret } from '../../../packages/machine/src/secret.ts'
export { connect } from '../../../packages/machine/src/view/connect.ts'
export { routeOf } from '../../../packages/machine/src/view/route.ts'
export { english, withTexts } from '../../../packages/machine/src/words/index.ts'
