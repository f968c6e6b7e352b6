import { type ReactElement, useEffect, useState } from 'react';

import { isTCCCError, useAgentStatus } from '../../src/index.js';

/** The words of `<AgentStatus>`, and the reasons for a break that your admin has set up. */
export interface AgentStatusText {
  /** By status. */
  statuses: Record<string, string>;
  unknown: string;
  reason: string;
  reasons: readonly string[];
  reserved: (status: string) => string;
  byApp: string;
  elsewhere: string;
  online: string;
  offline: string;
  choose: string;
}

const clock = (s: number): string => `${Math.floor(s / 60)}:${String(s % 60).padStart(2, '0')}`;

/** How long it has been so. */
function Since({ since }: { since: number }): ReactElement {
  const [now, setNow] = useState(since);

  // Tick on each whole second since then.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = (): void => {
      const time = Date.now();
      setNow(time);
      timer = setTimeout(tick, 1000 - ((time - since) % 1000));
    };
    tick();
    return () => clearTimeout(timer);
  }, [since]);
  return <time>{clock(Math.max(0, Math.floor((now - since) / 1000)))}</time>;
}

/** The agent's status, how long it has been so, and what the agent can change about it. */
export function AgentStatus({ text }: { text: AgentStatusText }): ReactElement {
  const { status, since, reserved, offlineBy, setStatus, online, offline } = useAgentStatus();
  const [reason, setReason] = useState(text.reasons[0]);
  const [problem, setProblem] = useState('');
  const [pending, setPending] = useState(false);

  const attempt = async (action: () => Promise<void>): Promise<void> => {
    setProblem('');
    setPending(true);
    await action().catch((error: unknown) => setProblem(isTCCCError(error) ? error.message : String(error)));
    setPending(false);
  };
  const chosen = reserved ?? status;
  return (
    <div className="agent" data-status={status ?? 'none'} aria-busy={pending}>
      <p className="agent-now" role="status">
        <strong>{status ? text.statuses[status] : text.unknown}</strong>
        {since !== null && <Since since={since} />}
      </p>
      {reserved && <p className="agent-note">{text.reserved(text.statuses[reserved] ?? reserved)}</p>}
      {offlineBy && <p className="agent-note">{offlineBy === 'app' ? text.byApp : text.elsewhere}</p>}
      {status && status !== 'offline' && (
        <>
          <div className="agent-choice" role="group" aria-label={text.choose}>
            {(['free', 'notReady', 'rest'] as const).map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={chosen === one}
                onClick={() =>
                  void attempt(() => setStatus(one, one === 'rest' ? { restReason: reason } : {}))
                }
              >
                {text.statuses[one]}
              </button>
            ))}
          </div>
          <label className="agent-reason">
            {text.reason}
            <select value={reason} onChange={({ target }) => setReason(target.value)}>
              {text.reasons.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </label>
        </>
      )}
      {status && (
        <button
          type="button"
          className="agent-line"
          data-look={status === 'offline' ? 'good' : undefined}
          onClick={() => void attempt(status === 'offline' ? online : offline)}
        >
          {status === 'offline' ? text.online : text.offline}
        </button>
      )}
      {problem && <p role="alert">{problem}</p>}
    </div>
  );
}
