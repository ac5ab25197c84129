import type { StorybookConfig } from '@storybook/react-vite'
import react from '@vitejs/plugin-react'

export default {
  framework: '@storybook/react-vite',
  stories: ['./*.stories.tsx'],
  core: { disableTelemetry: true },
  typescript: { reactDocgen: false },
  viteFinal: (config) => ({ ...config, plugins: [...(config.plugins ?? []), react()] }),
} satisfies StorybookConfig
