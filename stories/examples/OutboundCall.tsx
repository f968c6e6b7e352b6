import { type ReactElement, useState } from 'react';

import { callSdk, isTCCCError, useTCCC, useTCCCEvent } from '../../src/index.js';

interface Call {
  sessionId: string;
  to: string;
  state: 'calling' | 'talking' | 'ended';
}

/** The words of `<OutboundCall>`. */
export type OutboundCallText = Record<
  'connecting' | 'number' | 'call' | 'calling' | 'talking' | 'hangUp' | 'ended',
  string
>;

/** Calls a number, tells when it is answered, and hangs up. */
export function OutboundCall({ text }: { text: OutboundCallText }): ReactElement {
  const tccc = useTCCC();
  const [number, setNumber] = useState('');
  const [call, setCall] = useState<Call>();
  const [problem, setProblem] = useState('');

  const change = (sessionId: string, state: Call['state']): void => {
    setCall((now) => (now?.sessionId === sessionId ? { ...now, state } : now));
  };
  // Also fires for calls made with the vendor's own button.
  useTCCCEvent('callOuted', ({ sessionId, calleePhoneNumber }) => {
    setCall({ sessionId, to: calleePhoneNumber ?? number, state: 'calling' });
  });
  // Created is not answered: this event tells.
  useTCCCEvent('calloutAccepted', ({ sessionId }) => change(sessionId, 'talking'));
  useTCCCEvent('sessionEnded', ({ sessionId }) => change(sessionId, 'ended'));

  if (tccc.status === 'error') return <p role="alert">{tccc.error.message}</p>;
  if (tccc.status !== 'ready') return <p role="status">{text.connecting}</p>;

  const { sdk } = tccc;
  const attempt = (action: () => Promise<unknown>): void => {
    setProblem('');
    action().catch((error: unknown) => setProblem(isTCCCError(error) ? error.message : String(error)));
  };
  return (
    <div className="call" data-state={call?.state ?? 'idle'}>
      {call && <p role="status">{text[call.state]}</p>}
      {call && <p className="call-number">{call.to}</p>}
      {call && call.state !== 'ended' ? (
        <button
          type="button"
          className="call-bad"
          onClick={() => attempt(() => callSdk(() => sdk.Call.hungUp({ sessionId: call.sessionId })))}
        >
          {text.hangUp}
        </button>
      ) : (
        <form
          className="call-form"
          onSubmit={(event) => {
            event.preventDefault();
            attempt(() => callSdk(() => sdk.Call.startOutboundCall({ phoneNumber: number })));
          }}
        >
          <label>
            {text.number}
            <input
              type="tel"
              required
              autoComplete="off"
              value={number}
              onChange={({ target }) => setNumber(target.value)}
            />
          </label>
          <button type="submit" className="call-good">
            {text.call}
          </button>
        </form>
      )}
      {problem && <p role="alert">{problem}</p>}
    </div>
  );
}
