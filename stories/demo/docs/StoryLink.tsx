import type { ReactElement } from 'react';

import { useMessages } from '../messages/index.js';

/** Leads from a docs page to a story, where its play function runs. */
export function StoryLink({ id, about }: { id: string; about: string }): ReactElement {
  const { docs } = useMessages();
  return (
    <a href={`./?path=/story/${id}`} target="_top" aria-label={`${docs.open}: ${about}`}>
      {docs.open}
    </a>
  );
}
