import { type ReactElement, useState } from 'react';

import { callSdk, isTCCCError, useTCCC, useTCCCEvent } from '../../src/index.js';

interface Call {
  sessionId: string;
  from: string;
  answered: boolean;
}

/** The words of `<InboundCall>`. */
export type InboundCallText = Record<
  'connecting' | 'waiting' | 'incoming' | 'talking' | 'answer' | 'hangUp',
  string
>;

/** Shows a call that comes in, answers it, and hangs it up. */
export function InboundCall({ text }: { text: InboundCallText }): ReactElement {
  const tccc = useTCCC();
  const [call, setCall] = useState<Call>();
  const [problem, setProblem] = useState('');

  useTCCCEvent('callIn', ({ sessionId, type, callerPhoneNumber, nickname }) => {
    if (type === 'im' || type === 'video') return;
    setCall({ sessionId, from: callerPhoneNumber ?? nickname ?? sessionId, answered: false });
  });
  useTCCCEvent('userAccessed', ({ sessionId }) => {
    setCall((now) => (now?.sessionId === sessionId ? { ...now, answered: true } : now));
  });
  // Three ways for a call to be over for this agent.
  const over = ({ sessionId }: { sessionId: string }): void => {
    setCall((now) => (now?.sessionId === sessionId ? undefined : now));
  };
  useTCCCEvent('sessionEnded', over);
  useTCCCEvent('autoTransfer', over);
  useTCCCEvent('transfer', over);

  if (tccc.status === 'error') return <p role="alert">{tccc.error.message}</p>;
  if (tccc.status !== 'ready') return <p role="status">{text.connecting}</p>;

  const { sdk } = tccc;
  const attempt = (action: () => Promise<unknown>): void => {
    setProblem('');
    action().catch((error: unknown) => setProblem(isTCCCError(error) ? error.message : String(error)));
  };

  return (
    <div className="call" data-state={call ? (call.answered ? 'talking' : 'ringing') : 'waiting'}>
      <p role="status">{call ? (call.answered ? text.talking : text.incoming) : text.waiting}</p>
      {call && (
        <>
          <p className="call-number">{call.from}</p>
          {call.answered ? (
            <button
              type="button"
              className="call-bad"
              onClick={() => attempt(() => callSdk(() => sdk.Call.hungUp({ sessionId: call.sessionId })))}
            >
              {text.hangUp}
            </button>
          ) : (
            <button
              type="button"
              className="call-good"
              onClick={() => attempt(() => callSdk(() => sdk.Call.accept({ sessionId: call.sessionId })))}
            >
              {text.answer}
            </button>
          )}
        </>
      )}
      {problem && <p role="alert">{problem}</p>}
    </div>
  );
}
