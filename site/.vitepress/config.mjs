import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vitepress'
import { flowPictures } from '../../scripts/lib/docs/flow-pictures.mjs'
import { frameworkTabs } from '../lib/framework-tabs.mjs'
import { githubSlug } from '../lib/github-slug.mjs'
import { rewriteLinks } from '../lib/rewrite-links.mjs'
import { readSidebar } from '../lib/sidebar.mjs'

const root = join(import.meta.dirname, '../..')
const docs = join(root, 'docs')
const pictures = await flowPictures()

const { repository } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const source = repository && `${repository.url.replace(/^git\+|\.git$/g, '')}/blob/main`

export default defineConfig({
  title: 'Authchart',
  description: 'Headless sign-in for Amazon Cognito',
  lang: 'en',
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  srcDir: '../docs',
  srcExclude: ['api/reports/**'],
  outDir: 'dist',
  // Relative, so the site works under any path.
  base: './',
  rewrites: (page) => page.replace(/README\.md$/, 'index.md'),
  markdown: {
    anchor: { slugify: githubSlug },
    config(md) {
      md.use(rewriteLinks, { source })
      md.use(frameworkTabs)
      const { fence } = md.renderer.rules
      md.renderer.rules.fence = (tokens, index, ...rest) =>
        pictures.get(tokens[index]) ?? fence(tokens, index, ...rest)
      md.use(pictures.plugin)
    },
  },
  themeConfig: {
    nav: [
      { text: 'Start', link: '/guides/start' },
      { text: 'Flows', link: '/flows/sign-in' },
      { text: 'API', link: '/api/' },
      { text: 'Playground', link: '/playground' },
    ],
    sidebar: readSidebar(docs),
    outline: [2, 3],
    search: { provider: 'local' },
  },
  vite: {
    resolve: { conditions: ['development', 'browser', 'module', 'import', 'default'] },
  },
})
