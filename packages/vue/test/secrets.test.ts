import { Secret } from '@authchart/machine'
import { expect, test } from 'vitest'
import { createSSRApp, reactive, readonly, ref, shallowReactive } from 'vue'
import { renderToString } from 'vue/server-renderer'

const secret = () => new Secret('hunter2')

test.each<[string, () => Secret]>([
  ['ref', () => ref(secret()).value as Secret],
  ['reactive', () => reactive({ made: secret() }).made as Secret],
  ['reactive, of a list', () => reactive({ all: [{ made: secret() }] }).all[0]?.made as Secret],
  ['readonly', () => readonly(reactive({ made: secret() })).made as Secret],
  ['reactive itself', () => reactive(secret()) as Secret],
  ['shallowReactive', () => shallowReactive(secret()) as Secret],
])('a secret in %s is revealed, and shows nothing', (_, wrap) => {
  const wrapped = wrap()
  expect(wrapped.reveal()).toBe('hunter2')
  expect([`${wrapped}`, JSON.stringify(wrapped)]).toEqual(['[secret]', '"[secret]"'])
})

test('a template shows no secret', async () => {
  const state = reactive({ made: secret() })
  const html = await renderToString(createSSRApp({ setup: () => () => `${state.made}` }))
  expect(html).toBe('[secret]')
})
