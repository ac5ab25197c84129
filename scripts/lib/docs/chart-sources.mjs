/** TypeScript, for `bundleSources`: the chart and what draws it. */
export * from '../../../packages/devtools/src/chart-rendering/index.ts'
export { layOut } from '../../../packages/devtools/src/chart-rendering/lay-out.ts'
export { packLayout } from '../../../packages/devtools/src/chart-rendering/packed-layout.ts'
export { authMachine } from '../../../packages/machine/src/chart/machine.ts'
