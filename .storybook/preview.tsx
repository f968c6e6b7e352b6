import type { Decorator, Preview } from '@storybook/react-vite';

/** Puts the toolbar's language and colour scheme on the page, where components and CSS read them. */
const withPage: Decorator = (Story, { globals }) => {
  const root = document.documentElement;
  root.lang = String(globals['locale']);
  root.dataset['theme'] = String(globals['theme']);
  root.style.colorScheme = String(globals['theme']);
  return <Story />;
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
  parameters: {
    a11y: { test: 'error' },
    controls: { matchers: { color: /(background|color)$/i } },
    // One connection a page: on a docs page each story gets a page (an iframe) of its own.
    docs: { story: { inline: false, height: '420px' } },
  },
  decorators: [withPage],
};

export default preview;
