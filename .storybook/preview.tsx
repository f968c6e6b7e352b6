import '../stories/demo/demo.css';

import type { Decorator, Preview } from '@storybook/react-vite';

import { DemoDocs } from '../stories/demo/docs/DemoDocs.js';
import { DocsFrame } from '../stories/demo/docs/DocsFrame.js';
import { LocaleContext, toLocale } from '../stories/demo/messages/index.js';
import { NoBackend } from '../stories/demo/NoBackend.js';
import { holdPage } from '../stories/demo/service/free-page.js';
import { startBackend } from '../stories/demo/service/worker.js';

/** Puts the toolbar's language and colour scheme on the page, where components and CSS read them. */
const withPage: Decorator = (Story, { globals, loaded }) => {
  const locale = toLocale(globals['locale']);
  const root = document.documentElement;
  root.lang = locale;
  root.dataset['theme'] = String(globals['theme']);
  const problem: unknown = loaded['problem'];
  return (
    <LocaleContext value={locale}>
      {typeof problem === 'string' ? <NoBackend problem={problem} /> : <Story />}
    </LocaleContext>
  );
};

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: {
    locale: {
      description: 'Language',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'zh-CN', title: '简体中文' },
          { value: 'en-US', title: 'English' },
        ],
      },
    },
    theme: {
      description: 'Colour scheme',
      toolbar: {
        icon: 'mirror',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
      },
    },
  },
  initialGlobals: { locale: 'zh-CN', theme: 'light' },
  loaders: [async () => ({ problem: await startBackend() })],
  beforeEach: holdPage,
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    controls: { disable: true },
    options: {
      storySort: {
        order: [
          'Getting started',
          'Thinking in tccc-react',
          'Sessions',
          'Agent status',
          'Devices',
          'Errors',
          'Connection',
          'Error codes',
          'Events',
          'Inbound call',
          'Outbound call',
          'Call desk',
          'Workbench',
          'Headless',
          'Agent change',
        ],
      },
    },
    // One connection a page: on a docs page each story gets a page (an iframe) of its own.
    docs: { page: DemoDocs, container: DocsFrame, story: { inline: false, height: '640px' } },
  },
  decorators: [withPage],
};

export default preview;
