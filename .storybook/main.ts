import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { StorybookConfig } from '@storybook/react-vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** A folder with the simulator's classic script and nothing else of dist: `npm run build:sdk` makes that. */
function simulatorFolder(): string {
  const folder = here('../node_modules/.cache/tccc-react-stories');
  const script = here('../dist/simulator/sdk.js');
  mkdirSync(folder, { recursive: true });
  if (existsSync(script)) copyFileSync(script, `${folder}/sdk.js`);
  else console.warn('The stories need dist/simulator/sdk.js: npm run build:sdk');
  return folder;
}

const config: StorybookConfig = {
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.@(ts|tsx)'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  framework: { name: '@storybook/react-vite', options: {} },
  // The simulator is served as a file, as the vendor's script is.
  staticDirs: ['../public', { from: simulatorFolder(), to: '/simulator' }],
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
  features: { sidebarOnboardingChecklist: false },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  typescript: { reactDocgen: 'react-docgen-typescript' },
};

export default config;
