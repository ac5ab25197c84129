/** TypeScript, for `bundleSources`: the tables of failures. */
export { awsErrors } from '../../../packages/machine/src/cognito/rejections/aws-errors.ts'
export { memberRejections } from '../../../packages/machine/src/cognito/rejections/member-rejections.ts'
export { failureTable } from '../../../packages/machine/src/errors/failure-table.ts'
