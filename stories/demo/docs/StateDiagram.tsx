import { type ReactElement, useState } from 'react';

import type { StateOrNone } from '../../../src/state/transitions.js';
import { useMessages } from '../messages/index.js';
import { type Arrow, ARROWS, illegalIn, STATES } from './transitions.js';

/** Where the middle of each state is drawn. */
const PLACES: Record<StateOrNone, readonly [x: number, y: number]> = {
  none: [190, 24],
  offered: [62, 108],
  dialing: [318, 108],
  connected: [150, 216],
  held: [310, 216],
  lost: [54, 330],
  ended: [204, 330],
  transferred: [326, 330],
  completed: [128, 418],
};
const WIDTH = 104;
const HEIGHT = 34;

/** An arc from the edge of one box to the edge of the other; the way back bends to the other side. */
function pathOf({ from, to }: Arrow): string {
  const [x1, y1] = PLACES[from];
  const [x2, y2] = PLACES[to];
  const [dx, dy] = [x2 - x1, y2 - y1];
  const bend = 0.12;
  const [cx, cy] = [x1 + dx / 2 - dy * bend, y1 + dy / 2 + dx * bend];
  const border = (x: number, y: number, gap: number): string => {
    const [ux, uy] = [cx - x, cy - y];
    const part = Math.min((WIDTH / 2 + gap) / Math.abs(ux), (HEIGHT / 2 + gap) / Math.abs(uy));
    return `${(x + ux * part).toFixed(1)} ${(y + uy * part).toFixed(1)}`;
  };
  return `M${border(x1, y1, 0)}Q${cx.toFixed(1)} ${cy.toFixed(1)} ${border(x2, y2, 5)}`;
}

/** The states of a session and the ways between them: drawn from the table that the library runs on. */
export function StateDiagram(): ReactElement {
  const { desk } = useMessages();
  const { thinking: text, sessions } = desk;
  const [shown, setShown] = useState<StateOrNone>('connected');
  const nameOf = (state: StateOrNone): string => (state === 'none' ? text.none : sessions.states[state]);
  const isShown = ({ from }: Arrow): boolean => from === shown;
  const arrows = [...ARROWS].sort((a, b) => Number(isShown(a)) - Number(isShown(b)));
  return (
    <div className="diagram sb-unstyled">
      <svg viewBox="0 0 380 442" role="img" aria-label={text.diagram}>
        <defs>
          {['plain', 'shown'].map((look) => (
            <marker key={look} id={`arrow-${look}`} viewBox="0 0 8 8" refX="7" refY="4" orient="auto">
              <path d="M0 0 8 4 0 8z" data-look={look} />
            </marker>
          ))}
        </defs>
        {arrows.map((arrow) => (
          <path
            key={`${arrow.from} ${arrow.to}`}
            className="diagram-arrow"
            data-shown={isShown(arrow)}
            d={pathOf(arrow)}
            markerEnd={`url(#arrow-${isShown(arrow) ? 'shown' : 'plain'})`}
          />
        ))}
        {STATES.map((state) => {
          const [x, y] = PLACES[state];
          return (
            <g
              key={state}
              className="diagram-state"
              data-state={state}
              data-shown={state === shown}
              onClick={() => setShown(state)}
            >
              <rect x={x - WIDTH / 2} y={y - HEIGHT / 2} width={WIDTH} height={HEIGHT} rx={HEIGHT / 2} />
              <text x={x} y={y}>
                {nameOf(state)}
              </text>
            </g>
          );
        })}
      </svg>
      <div className="diagram-list">
        <p className="demo-hint">{text.pick}</p>
        {STATES.map((state) => {
          const illegal = illegalIn(state);
          return (
            <section key={state} data-shown={state === shown}>
              <button type="button" aria-expanded={state === shown} onClick={() => setShown(state)}>
                <span className="diagram-dot" data-state={state} />
                {nameOf(state)} <code>{state}</code>
              </button>
              <div hidden={state !== shown}>
                <dl>
                  {ARROWS.filter(({ from }) => from === state).map(({ to, causes }) => (
                    <div key={to}>
                      <dt>
                        {text.to} <b>{nameOf(to)}</b>
                      </dt>
                      <dd>
                        {causes.map((cause) => (
                          <code key={cause}>{cause}</code>
                        ))}
                      </dd>
                    </div>
                  ))}
                </dl>
                {illegal.length > 0 && (
                  <p className="demo-hint">
                    {text.illegal}{' '}
                    {illegal.map((cause) => (
                      <code key={cause}>{cause}</code>
                    ))}
                  </p>
                )}
              </div>
            </section>
          );
        })}
      </div>
    </div>
  );
}
