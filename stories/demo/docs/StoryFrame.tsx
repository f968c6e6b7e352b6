import { type ReactElement, type SyntheticEvent, useState } from 'react';

import { useDemoGlobals } from './globals.js';

/**
 * A story in a page of its own, in the toolbar's language and colours. A frame, since a page has one
 * connection. It is as high as its story, which needs no scrollbar of its own then.
 */
export function StoryFrame({
  id,
  title,
  height = 480,
}: {
  id: string;
  title: string;
  /** Least height, and the height until the story is there, in px. */
  height?: number;
}): ReactElement {
  const { locale, theme } = useDemoGlobals();
  const [needed, setNeeded] = useState(0);
  const query = new URLSearchParams({
    id,
    viewMode: 'story',
    // The reader plays, not the play function.
    embed: 'true',
    globals: `locale:${locale};theme:${theme}`,
  });
  const src = `iframe.html?${query.toString()}`;

  const follow = ({ currentTarget }: SyntheticEvent<HTMLIFrameElement>): void => {
    const { contentDocument, contentWindow } = currentTarget;
    const root = contentDocument?.getElementById('storybook-root');
    if (!root || !contentWindow) return;
    root.ownerDocument.documentElement.dataset['framed'] = '';
    // The frame's own observer: it ends with the page it looks at.
    const { ResizeObserver: Observer } = contentWindow as Window & typeof globalThis;
    new Observer(() => setNeeded(Math.ceil(root.getBoundingClientRect().height))).observe(root);
  };

  return (
    <iframe
      key={src}
      className="demo-frame"
      src={src}
      title={title}
      style={{ blockSize: Math.max(height, needed) }}
      loading="lazy"
      onLoad={follow}
    />
  );
}
