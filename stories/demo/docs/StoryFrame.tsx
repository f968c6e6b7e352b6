import type { ReactElement } from 'react';

import { useDemoGlobals } from './globals.js';

/**
 * A story in a page of its own, in the toolbar's language and colours. A frame, since a page has one
 * connection.
 */
export function StoryFrame({
  id,
  title,
  height = 640,
}: {
  id: string;
  title: string;
  height?: number;
}): ReactElement {
  const { locale, theme } = useDemoGlobals();
  const query = new URLSearchParams({
    id,
    viewMode: 'story',
    // The reader plays, not the play function.
    embed: 'true',
    globals: `locale:${locale};theme:${theme}`,
  });
  const src = `iframe.html?${query.toString()}`;
  return (
    <iframe
      key={src}
      className="demo-frame"
      src={src}
      title={title}
      style={{ blockSize: height }}
      loading="lazy"
    />
  );
}
