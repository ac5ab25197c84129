import type { OutcomeChoice, PanelSource, PendingActor } from '../../source/panel-source.ts'
import { timeOf } from '../../words/sentence.ts'
import { h } from '../elements/h.ts'

/** Every possible outcome of the pending request. */
export function outcomeList(source: PanelSource, { actor, since, outcomes }: PendingActor) {
  const answer = source.answer?.bind(source)
  const chosen = (choices: readonly OutcomeChoice[]) =>
    h(
      'ul',
      { class: 'outcomes' },
      ...choices.map(({ name, isRejection }) =>
        h(
          'li',
          {},
          answer
            ? h(
                'button',
                {
                  type: 'button',
                  class: isRejection ? 'button small rejection' : 'button small',
                  onclick: () => answer(name),
                },
                h('code', {}, name),
              )
            : h('span', { class: isRejection ? 'chip rejection' : 'chip' }, h('code', {}, name)),
        ),
      ),
    )
  const answers = outcomes.filter(({ isRejection }) => !isRejection)
  const rejections = outcomes.filter(({ isRejection }) => isRejection)
  return [
    h('h2', {}, 'What the service can answer'),
    h(
      'p',
      { class: 'waiting' },
      h('span', { class: 'spinner', 'aria-hidden': 'true' }),
      h('code', {}, actor),
      h(
        'span',
        { class: 'quiet' },
        `is pending${since ? ` since ${timeOf(since).slice(0, 8)}` : ''}`,
      ),
    ),
    answers.length > 0 && h('h3', {}, 'Answers'),
    answers.length > 0 && chosen(answers),
    rejections.length > 0 && h('h3', {}, 'Rejections'),
    rejections.length > 0 && chosen(rejections),
  ]
}
