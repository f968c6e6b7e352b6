import { type ReactElement, useState } from 'react';

import {
  type TCCCDial,
  type TCCCDialReason,
  useActiveSession,
  useInternalCall,
  useOutboundCall,
  useSkillGroups,
  useTCCCSelector,
} from '../../src/index.js';
import { SessionCard, type SessionCardText } from './SessionCard.js';

/** The words of `<OutboundCall>`, and the numbers and colleagues that there are. */
export interface OutboundCallText {
  whom: string;
  customer: string;
  colleague: string;
  number: string;
  remark: string;
  remarkHint: string;
  from: string;
  automatic: string;
  groups: string;
  ownNumbers: string;
  numbers: readonly string[];
  colleagues: readonly { name: string; userId: string }[];
  call: string;
  callTo: (name: string) => string;
  calling: string;
  failed: string;
  /** Why nobody can be called now. */
  reasons: Record<TCCCDialReason, (status: string) => string>;
  /** By status of the agent. */
  statuses: Record<string, string>;
}

/** Why it cannot be dialled now, and what it failed with last. */
function Problems({ dial, text }: { dial: TCCCDial<never>; text: OutboundCallText }): ReactElement {
  const status = useTCCCSelector(({ agent }) => agent.status) ?? '';
  return (
    <>
      {dial.error && (
        <p className="dial-error" role="alert">
          <strong>{text.failed}</strong> {dial.error.message}
        </p>
      )}
      <p className="dial-reason" role="status" data-reason={dial.reason}>
        {dial.reason && text.reasons[dial.reason](text.statuses[status] ?? status)}
      </p>
    </>
  );
}

/** Whose number the customer sees: `group 2`, `number 0755…`, or nothing for the service to choose. */
function callerOf(from: string): { skillGroupId?: string; callerPhoneNumber?: string } {
  const [kind, id] = from.split(' ');
  return !id ? {} : kind === 'group' ? { skillGroupId: id } : { callerPhoneNumber: id };
}

function Customer({ text }: { text: OutboundCallText }): ReactElement {
  const dial = useOutboundCall();
  const groups = useSkillGroups();
  const [phoneNumber, setNumber] = useState('');
  const [remark, setRemark] = useState('');
  const [from, setFrom] = useState('');
  return (
    <form
      className="dial-form"
      onSubmit={(event) => {
        event.preventDefault();
        void dial.call({ phoneNumber, ...(remark && { phoneDesc: remark }), ...callerOf(from) });
      }}
    >
      <label>
        {text.number}
        <input
          type="tel"
          className="dial-number"
          required
          autoComplete="off"
          value={phoneNumber}
          onChange={({ target }) => setNumber(target.value)}
        />
      </label>
      <label>
        {text.remark}
        <input
          placeholder={text.remarkHint}
          autoComplete="off"
          value={remark}
          onChange={({ target }) => setRemark(target.value)}
        />
      </label>
      <label>
        {text.from}
        <select value={from} onChange={({ target }) => setFrom(target.value)}>
          <option value="">{text.automatic}</option>
          {groups && (
            <optgroup label={text.groups}>
              {groups.map(({ skillGroupId, skillGroupName }) => (
                <option key={skillGroupId} value={`group ${skillGroupId}`}>
                  {skillGroupName}
                </option>
              ))}
            </optgroup>
          )}
          <optgroup label={text.ownNumbers}>
            {text.numbers.map((number) => (
              <option key={number} value={`number ${number}`}>
                {number}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      <button type="submit" disabled={!dial.canDial} aria-busy={dial.pending}>
        {dial.pending ? text.calling : text.call}
      </button>
      <Problems dial={dial} text={text} />
    </form>
  );
}

function Colleague({
  text,
  onCalled,
}: {
  text: OutboundCallText;
  onCalled: (sessionId: string | undefined, name: string) => void;
}): ReactElement {
  const dial = useInternalCall();
  const call = async (calleeUserId: string, name: string): Promise<void> => {
    const session = await dial.call({ calleeUserId });
    onCalled(session?.sessionId, name);
  };
  return (
    <div className="dial-form">
      <ul className="dial-colleagues">
        {text.colleagues.map(({ name, userId }) => (
          <li key={userId}>
            <span aria-hidden="true">{name.slice(0, 1)}</span>
            <p>
              <strong>{name}</strong>
              {userId}
            </p>
            <button
              type="button"
              aria-label={text.callTo(name)}
              disabled={!dial.canDial}
              // What it fails with is shown below.
              onClick={() => void call(userId, name).catch(() => undefined)}
            >
              {text.call}
            </button>
          </li>
        ))}
      </ul>
      <Problems dial={dial} text={text} />
    </div>
  );
}

/** Calls a customer or a colleague; while there is a call, shows that instead. */
export function OutboundCall({
  text,
  card,
}: {
  text: OutboundCallText;
  card: SessionCardText;
}): ReactElement {
  const active = useActiveSession();
  const [whom, setWhom] = useState<'customer' | 'colleague'>('customer');
  // The SDK does not tell the caller which colleague a session is with.
  const [called, setCalled] = useState<{ sessionId: string | undefined; name: string }>();
  if (active) {
    const { sessionId } = active;
    const name = called?.sessionId === sessionId ? called.name : undefined;
    return <SessionCard key={sessionId} sessionId={sessionId} text={card} name={name} />;
  }
  return (
    <div className="dial">
      <fieldset className="dial-whom">
        <legend>{text.whom}</legend>
        {(['customer', 'colleague'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="whom" checked={whom === one} onChange={() => setWhom(one)} />
            {text[one]}
          </label>
        ))}
      </fieldset>
      {whom === 'customer' ? (
        <Customer text={text} />
      ) : (
        <Colleague text={text} onCalled={(sessionId, name) => setCalled({ sessionId, name })} />
      )}
    </div>
  );
}
