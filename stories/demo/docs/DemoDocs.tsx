import { DocsContext, Heading, Source, Title } from '@storybook/addon-docs/blocks';
import { type ReactElement, useContext } from 'react';

import { type Locale, useMessages } from '../messages/index.js';
import { useDemoGlobals } from './globals.js';
import { StoryFrame } from './StoryFrame.js';
import { StoryLink } from './StoryLink.js';

/** What a docs page takes from the `parameters.docs` of its component … */
interface PageParameters {
  heading: Record<Locale, string>;
  about: Record<Locale, string>;
  /** Least height of a frame, in px. */
  frame?: number;
  source?: { code?: string };
}

/** … and from those of each story. */
interface SceneParameters {
  scene: Record<Locale, { name: string; text: string }>;
  /** Looks unlike the first story, so it is shown and not only named. */
  framed?: boolean;
}

/**
 * The docs page of a component: the first story live, whatever looks different, links to what the stories
 * play, and the code where there is some to copy. Each frame is a whole page with a connection: so few of them.
 */
export function DemoDocs(): ReactElement {
  const { docs } = useMessages();
  const { locale, theme } = useDemoGlobals();
  const stories = useContext(DocsContext)
    .componentStories()
    .map(({ id, name, parameters }) => {
      const own = parameters['docs'] as PageParameters & SceneParameters;
      return { id, title: name, own, ...own.scene[locale] };
    });
  const [first] = stories;
  if (!first) return <Title />;
  const { heading, about, frame, source } = first.own;
  const height = frame === undefined ? {} : { height: frame };
  return (
    <>
      <Title>{heading[locale]}</Title>
      <p>{about[locale]}</p>
      <StoryFrame id={first.id} title={first.title} {...height} />
      {stories
        .filter(({ own }) => own.framed)
        .map(({ id, title, name, text }) => (
          <section key={id}>
            <Heading>{name}</Heading>
            <p>{text}</p>
            <StoryFrame id={id} title={title} {...height} />
          </section>
        ))}
      <Heading>{docs.scenes}</Heading>
      <p>{docs.scenesText}</p>
      <ul className="demo-rows sb-unstyled">
        {stories
          .filter(({ own }) => !own.framed)
          .map(({ id, name, text }) => (
            <li key={id}>
              <p className="demo-row-head">
                <strong>{name}</strong>
                <StoryLink id={id} about={name} />
              </p>
              <p className="demo-hint">{text}</p>
            </li>
          ))}
      </ul>
      {source?.code && (
        <>
          <Heading>{docs.code}</Heading>
          <Source code={source.code} language="tsx" dark={theme === 'dark'} />
        </>
      )}
    </>
  );
}
