import { ref } from 'vue'

const key = 'authchart-docs.framework'

/** The framework whose tabs are open, on every page. */
export const framework = ref('react')

/** @param {'react' | 'vue'} name */
export function chooseFramework(name) {
  framework.value = name
  try {
    localStorage.setItem(key, name)
  } catch {
    // A browser that blocks site data: the choice lasts until the page is left.
  }
}

export function readFramework() {
  try {
    if (localStorage.getItem(key) === 'vue') framework.value = 'vue'
  } catch {
    // As above.
  }
}
