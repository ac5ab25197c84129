import type { AuthView } from '../../view/views/auth-views.ts'
import type { OwnView } from '../../view/views/own-view.ts'
import { formOfRequest } from '../form-of-request.ts'
import type { FormMemory } from '../form-options.ts'

/** The memory of a form store together with the view that it belongs to. */
export interface FormState extends FormMemory {
  readonly view: AuthView | OwnView
}

/** The state for the next view: problems go with the next request or screen, the task of the account with the screen. */
export function nextState(state: FormState, view: AuthView | OwnView): FormState {
  const { view: previous, problems, task, typed } = state
  const isNewScreen = previous.route !== view.route
  // On a shared computer the next user does not see the addresses of the last one.
  const isOtherUser = previous.user !== undefined && previous.user.userId !== view.user?.userId
  const isNewRequest = view.pending !== undefined && previous.pending === undefined
  return {
    view,
    problems: isNewScreen || isNewRequest ? undefined : problems,
    task: isNewScreen ? undefined : (formOfRequest(view) ?? task),
    typed: isOtherUser || (view.route === 'signIn' && isNewScreen) ? [] : typed,
    now: Date.now(),
    shownAt: Date.now(),
  }
}
