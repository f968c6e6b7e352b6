import { DocsContext, Heading, Source, Title } from '@storybook/addon-docs/blocks';
import { type ReactElement, useContext } from 'react';

import { useMessages } from '../messages/index.js';
import { useDemoGlobals } from './globals.js';
import type { PageParameters, SceneParameters } from './page.js';
import { StoryFrame } from './StoryFrame.js';
import { StoryLink } from './StoryLink.js';

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
