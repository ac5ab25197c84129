import type { OutcomeChoice, PanelSource, PendingActor } from '../../source/panel-source.ts'
import { timeOf } from '../../words/sentence.ts'
import { h } from '../elements/h.ts'

/** What the service can answer: each way in which the pending request may end. */
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
                  class: isRejection ? 'button small refusal' : 'button small',
                  onclick: () => answer(name),
                },
                h('code', {}, name),
              )
            : h('span', { class: isRejection ? 'chip refusal' : 'chip' }, h('code', {}, name)),
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
        `is under way${since ? ` since ${timeOf(since).slice(0, 8)}` : ''}`,
      ),
    ),
    answers.length > 0 && h('h3', {}, 'Answers'),
    answers.length > 0 && chosen(answers),
    rejections.length > 0 && h('h3', {}, 'Refusals'),
    rejections.length > 0 && chosen(rejections),
  ]
}
