import type { StorybookConfig } from '@storybook/vue3-vite'
import vue from '@vitejs/plugin-vue'

export default {
  framework: { name: '@storybook/vue3-vite', options: { docgen: false } },
  stories: ['./*.stories.ts'],
  core: { disableTelemetry: true },
  viteFinal: (config) => ({ ...config, plugins: [...(config.plugins ?? []), vue()] }),
} satisfies StorybookConfig
