import type { MarkupElement } from './element.ts'
import { nameOfClass, styleName } from './style-name.ts'
import { tsxElements } from './tsx-elements.ts'
import { vueElements } from './vue-elements.ts'

/** How the screens get their look: by a file of CSS, or by classes of Tailwind. */
export type Css = 'plain' | 'tailwind'

interface Change {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A component with the classes of a kind of CSS. */
export function restyle(file: string, text: string, css: Css): string {
  const isVue = file.endsWith('.vue')
  const elements = isVue ? vueElements(text) : tsxElements(text)
  const changes = elements.flatMap(css === 'plain' ? prefixed : isVue ? inVue : inReact)
  const changed = changes
    .sort((one, other) => other.start - one.start)
    .reduce(
      (result, { start, end, text }) => result.slice(0, start) + text + result.slice(end),
      text,
    )
  return css === 'tailwind' && changes.length > 0 ? withImport(file, changed) : changed
}

/** Classes that no other style sheet of the app has. */
function plainClass(name: string): string {
  return name === 'card' ? 'auth auth-card' : `auth-${name}`
}

function prefixed({ classes }: MarkupElement): readonly Change[] {
  return (classes?.texts ?? []).map(({ start, end, name }) => {
    const quote = classes?.isText ? '"' : "'"
    const attribute = classes?.isText && start === classes.start ? 'class=' : ''
    return { start, end, text: `${attribute}${quote}${plainClass(name)}${quote}` }
  })
}

function inReact(element: MarkupElement): readonly Change[] {
  return styled(element, (style) => `className={${style}}`, 'Heading')
}

function inVue(element: MarkupElement): readonly Change[] {
  return styled(element, (style) => `:class="${style}"`, 'heading')
}

function styled(
  element: MarkupElement,
  attribute: (style: string) => string,
  heading: string,
): readonly Change[] {
  const { classes, attributesAt } = element
  if (classes && !classes.isText) {
    return classes.texts.map(({ start, end, name }) => ({
      start,
      end,
      text: `styles.${nameOfClass(name, element)}`,
    }))
  }
  const isHeading = element.tag === 'Heading' || element.opening.includes(':is="heading"')
  const name = styleName(element)
  if (isHeading) return [{ ...at(attributesAt), text: ` ${attribute(`styles[${heading}]`)}` }]
  if (name === undefined) return []
  const style = attribute(`styles.${name}`)
  return classes
    ? [{ start: classes.start, end: classes.end, text: style }]
    : [{ ...at(attributesAt), text: ` ${style}` }]
}

function at(place: number) {
  return { start: place, end: place }
}

/** After the last import. */
function withImport(file: string, text: string): string {
  const path = '../'.repeat(file.split('/').length - 1) || './'
  const [last] = [...text.matchAll(/^(?:import .*|\} from .*)$/gm)].slice(-1)
  const end = last ? last.index + last[0].length : 0
  return `${text.slice(0, end)}\nimport { styles } from '${path}styles'${text.slice(end)}`
}
