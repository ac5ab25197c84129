import type { ScreenRoute } from './route-screens.ts'

export const frameworks = ['react', 'vue'] as const
export type Framework = (typeof frameworks)[number]

/** What `add` has screens for. */
export const targets = [...frameworks, 'html'] as const
export type Target = (typeof targets)[number]

export const languages = ['ts', 'js'] as const
export type Language = (typeof languages)[number]

/** How the screens get their look: by a file of CSS, or by classes of Tailwind. */
export const cssKinds = ['plain', 'tailwind'] as const
export type Css = (typeof cssKinds)[number]

/** A file that is copied. */
export interface Template {
  /** Relative to the folder of the screens. */
  readonly path: string
  readonly text: string
  /** The route whose screen it is; without one it is part of every copy. */
  readonly route?: ScreenRoute
}

/** The files by framework, language and kind of CSS, e.g. `react ts plain`; without a framework there is no Tailwind. */
export type Templates = Readonly<Record<string, readonly Template[]>>

/** How the parts of a key follow each other. */
export function templateKey(target: Target, language: Language, css: Css | 'minimal'): string {
  return [target, language, css].join(' ')
}
