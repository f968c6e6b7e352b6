import type { ReactElement } from 'react';

import { useMessages } from './messages/index.js';

/** In place of a story whose backend could not be started. */
export function NoBackend({ problem }: { problem: string }): ReactElement {
  const { backend } = useMessages();
  return (
    <main className="demo-stage">
      <section className="demo-card" role="alert">
        <h1 className="demo-alert-title">{backend.title}</h1>
        <p>{backend.text}</p>
        <pre className="demo-code">{problem}</pre>
        <p>{backend.way}</p>
      </section>
    </main>
  );
}
