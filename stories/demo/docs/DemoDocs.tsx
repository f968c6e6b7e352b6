import { Heading, Source, Title, useOf } from '@storybook/addon-docs/blocks';
import type { ReactElement } from 'react';

import { type Locale, useMessages } from '../messages/index.js';
import { useDemoGlobals } from './globals.js';
import { StoryFrame } from './StoryFrame.js';

interface PreparedStory {
  id: string;
  name: string;
}

/** What a component's docs page takes from its `parameters.docs`. */
interface DocsParameters {
  about?: Record<Locale, string>;
  frame?: number;
  source?: { code?: string };
}

/** The docs page of a component: what it is, its code where there is one to copy, and its stories. */
export function DemoDocs(): ReactElement {
  const { docs } = useMessages();
  const { locale, theme } = useDemoGlobals();
  const { csfFile, preparedMeta } = useOf('meta', ['meta']);
  const { about, frame, source } = preparedMeta.parameters['docs'] as DocsParameters;
  const stories = Object.values(csfFile.stories as Record<string, PreparedStory>);
  return (
    <>
      <Title />
      {about && <p>{about[locale]}</p>}
      {source?.code && (
        <>
          <Heading>{docs.code}</Heading>
          <Source code={source.code} language="tsx" dark={theme === 'dark'} />
        </>
      )}
      {stories.map(({ id, name }) => (
        <section key={id}>
          <Heading>{name}</Heading>
          <StoryFrame id={id} title={name} {...(frame && { height: frame })} />
        </section>
      ))}
    </>
  );
}
