/** The contract as plain spec files take it. */
export { exampleUi as ui } from './example-ui.ts'
