import type { ReactElement } from 'react';

import { useMessages } from '../messages/index.js';

/** Which hook renders its component when. */
export function RenderTable(): ReactElement {
  const { desk } = useMessages();
  return (
    <dl className="demo-renders sb-unstyled">
      {desk.thinking.renders.map(({ hook, when }) => (
        <div key={hook}>
          <dt>
            {hook.split(', ').map((name) => (
              <code key={name}>{name}</code>
            ))}
          </dt>
          <dd>{when}</dd>
        </div>
      ))}
    </dl>
  );
}
