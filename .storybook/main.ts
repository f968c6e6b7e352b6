import type { StorybookConfig } from '@storybook/react-vite';

const config: StorybookConfig = {
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.@(ts|tsx)'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  framework: { name: '@storybook/react-vite', options: {} },
  // The simulator's classic script is served as a file, as the vendor's is: `npm run build:sdk` makes it.
  staticDirs: ['../public', { from: '../dist/simulator', to: '/simulator' }],
  viteFinal: (config) => ({
    ...config,
    optimizeDeps: {
      ...config.optimizeDeps,
      // Found too late on a cold cache, these would make Vite load the page of a running test anew.
      include: [
        ...(config.optimizeDeps?.include ?? []),
        'msw',
        'msw/browser',
        '@storybook/addon-docs/blocks',
        'storybook/preview-api',
        'storybook/theming',
      ],
    },
  }),
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  typescript: { reactDocgen: 'react-docgen-typescript' },
};

export default config;
