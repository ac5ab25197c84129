import type { Secret } from '@authchart/machine'

type Primitive = string | number | boolean

type KeyOf<T> = T extends unknown ? Exclude<keyof T, 'type'> : never
type ValueOf<T, Key> = T extends unknown ? (Key extends keyof T ? T[Key] : never) : never

/** Every key of every variant of an object. `type` is the name of an event, and no field of it. */
export type Fields<T> = { readonly [Key in KeyOf<T>]-?: Rule<ValueOf<T, Key>> }

/**
 * What may be shown of a value of type `T`:
 * - `hide`: that there is one;
 * - `secret`: likewise, and the only way to list a `Secret`;
 * - `show`: a text, a number, a yes or no, or a list of them;
 * - `names`: of a record with free keys, the keys;
 * - `{ each }` of a list, or the fields of an object, all of them.
 */
export type Rule<T> = [T] extends [undefined | null]
  ? 'hide'
  : [NonNullable<T>] extends [Secret<infer _>]
    ? 'secret'
    : 'hide' | Visible<NonNullable<T>>

type Visible<T> = [T] extends [Primitive]
  ? 'show'
  : [T] extends [readonly (infer Item)[]]
    ? [Item] extends [Primitive]
      ? 'show'
      : { readonly each: Rule<Item> }
    : unknown extends T
      ? never
      : string extends keyof T
        ? 'names'
        : WithType<T>

/** Inside of values `type` is a field like any other. */
type WithType<T> = Fields<T> &
  (T extends { readonly type: infer Type } ? { readonly type: Rule<Type> } : unknown)

/** A rule as the code that reads it sees it. */
export type AnyRule =
  | 'hide'
  | 'secret'
  | 'show'
  | 'names'
  | { readonly each: AnyRule }
  | { readonly [key: string]: AnyRule }
