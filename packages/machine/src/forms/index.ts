/**
 * Every screen as data: `formOf` describes it, a form store adds what needs a page.
 *
 * @packageDocumentation
 */
export type {
  AccountTask,
  AuthForm,
  FieldKind,
  FieldOption,
  FieldProblems,
  FieldRule,
  FormAction,
  FormField,
  FormName,
  FormSetup,
  FormValues,
  HtmlAttributes,
} from './auth-form.ts'
export {
  type BoundAction,
  type BoundField,
  type BoundForm,
  type BoundOption,
  type BoundRule,
  bindForm,
  type FormBinder,
  type PropsByElement,
} from './bind-form.ts'
export { byName } from './by-name.ts'
export type { FieldProblem, ProblemKey } from './checks/field-problem.ts'
export { formOf } from './form-of.ts'
export type { ExtraField, FieldTarget, FormMemory, FormOptions } from './form-options.ts'
export { toE164 } from './phone/to-e164.ts'
export type { FormState } from './store/form-state.ts'
export { createFormStore, type FormStore } from './store/form-store.ts'
