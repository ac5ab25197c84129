import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { memoryVault } from '../../src/adapters/memory/memory-vault.ts'
import { Secret } from '../../src/index.ts'

const secret = new Secret('hunter2')

test('shows nothing, however it is printed', () => {
  const printed = [
    JSON.stringify({ secret }),
    `${secret}`,
    inspect({ secret }, { depth: 9, showHidden: true }),
    JSON.stringify(structuredClone({ secret })),
    JSON.stringify(Object.entries(secret)),
  ]
  for (const text of printed) expect(text).not.toContain('hunter2')
  expect(secret.reveal()).toBe('hunter2')
})

test('the vault gives its secret once', () => {
  const vault = memoryVault(Date)
  vault.put(secret)
  expect(vault.take()).toBe(secret)
  expect(vault.take()).toBeUndefined()
})

test('the vault forgets after ten minutes, and when it is emptied', () => {
  let now = 0
  const vault = memoryVault({ now: () => now })
  vault.put(secret)
  now = 10 * 60_000
  expect(vault.take()).toBeUndefined()
  vault.put(secret)
  vault.empty()
  expect(vault.take()).toBeUndefined()
})

const membrane = <Target extends object>(target: Target): Target =>
  new Proxy(target, {
    get: (of, name, receiver) => {
      const value = Reflect.get(of, name, receiver)
      return typeof value === 'object' && value !== null ? membrane(value) : value
    },
  })

test.each<[string, (made: Secret) => Secret]>([
  ['a Proxy', (made) => new Proxy(made, {})],
  ['a Proxy of a Proxy', (made) => new Proxy(new Proxy(made, {}), {})],
  ['a membrane', (made) => membrane({ deep: { made } }).deep.made],
  ['Reflect', (made) => new Proxy<Secret>(made, Reflect as unknown as ProxyHandler<Secret>)],
])('through %s it is the same secret, and shows as little', (_, wrap) => {
  const wrapped = wrap(new Secret('hunter2'))
  expect(wrapped.reveal()).toBe('hunter2')
  expect(wrapped).toBeInstanceOf(Secret)
  const printed = [
    `${wrapped}`,
    JSON.stringify({ wrapped }),
    inspect({ wrapped }, { depth: 9 }),
    inspect(wrapped, { depth: 9, showHidden: true, showProxy: true }),
    JSON.stringify([Object.entries(wrapped), Object.values({ ...wrapped })]),
  ]
  for (const text of printed) expect(text).not.toContain('hunter2')
  expect(printed.slice(0, 2)).toEqual(['[secret]', '{"wrapped":"[secret]"}'])
})

test('a copy that was made property by property says that it has no value', () => {
  const made = new Secret('hunter2')
  const copy: Secret = Object.assign(Object.create(Secret.prototype), made)
  expect(() => copy.reveal()).toThrow(TypeError)
  expect(`${copy} ${JSON.stringify([structuredClone(made), copy])}`).not.toContain('hunter2')
})
