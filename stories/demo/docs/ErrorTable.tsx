import type { ReactElement } from 'react';

import { SCENARIO_IDS, scenarioOf } from '../errors/scenarios.js';
import { useMessages } from '../messages/index.js';
import { Pill } from '../ui.js';
import { StoryLink } from './StoryLink.js';

/** As Storybook makes the id of a story of its export's name: `TokenHttp404` is `token-http-404`. */
const storyOf = (id: string): string => `error-codes--${id}`;

/** The error table: each row leads to the story that provokes it. */
export function ErrorTable(): ReactElement {
  const { errors } = useMessages();
  return (
    <ul className="demo-rows sb-unstyled">
      {SCENARIO_IDS.map((id) => {
        const { code, byItself } = scenarioOf(id);
        return (
          <li key={id}>
            <p className="demo-row-head">
              <code>{code}</code>
              <Pill tone={byItself === 'no' ? 'neutral' : 'info'}>{errors.byItself[byItself]}</Pill>
              <StoryLink id={storyOf(id)} about={id} />
            </p>
            <p>{errors.scenarios[id].when}</p>
            <p className="demo-hint">{errors.scenarios[id].then}</p>
          </li>
        );
      })}
    </ul>
  );
}
