import type { TCCCSessionKind, TCCCSessionState } from '../../../src/state/session.js';
import type { SessionCause } from '../../../src/state/transitions.js';

/** One step of a random history: what happens to which session, and what the payload tells of its kind. */
export interface Step {
  readonly id: string;
  readonly cause: SessionCause;
  /** ms since the step before; negative: the clock was set back. */
  readonly wait: number;
  /** The kind that a `callIn`, or the `type` of a `sessionEnded`, tells. */
  readonly tells: TCCCSessionKind;
  readonly colleague: boolean;
}

export interface Expected {
  state: TCCCSessionState;
  kind: TCCCSessionKind;
  attempt: number;
  /** Nothing but a `sessionEnded`, and perhaps a `transfer` after it, was heard. */
  onlyItsEnd: boolean;
}

/**
 * What is expected, in words of its own: it knows neither the table nor the code it is compared with. Of each
 * session only state, kind and attempt.
 */
export class Model {
  readonly sessions: Map<string, Expected> = new Map<string, Expected>();

  private create(id: string, state: TCCCSessionState, kind: TCCCSessionKind = 'unknown'): void {
    const attempt = (this.sessions.get(id)?.attempt ?? 0) + 1;
    this.sessions.set(id, { state, kind, attempt, onlyItsEnd: false });
  }

  step({ id, cause, tells, colleague }: Step): void {
    const known = this.sessions.get(id);
    const dialed = colleague ? 'internal' : 'phone';
    if (!known) {
      if (cause === 'callIn') this.create(id, 'offered', tells);
      if (cause === 'callOuted' || cause === 'created') this.create(id, 'dialing', dialed);
      if (cause === 'userAccessed' || cause === 'calloutAccepted') this.create(id, 'connected');
      if (cause === 'autoTransfer') this.create(id, 'lost');
      if (cause === 'transfer') this.create(id, 'transferred');
      if (cause === 'sessionEnded') {
        this.create(id, 'ended', tells);
        this.sessions.get(id)!.onlyItsEnd = true;
      }
      return;
    }

    const { state } = known;
    const gone = state === 'ended' || state === 'lost' || state === 'transferred' || state === 'completed';
    const ringing = state === 'offered' || state === 'dialing';
    const goTo = (to: TCCCSessionState): void => {
      known.state = to;
      known.onlyItsEnd = false;
    };
    const learn = (kind: TCCCSessionKind): void => {
      if (known.kind === 'unknown') known.kind = kind;
      const holds = known.kind !== 'im' && known.kind !== 'video' && known.kind !== 'internal';
      if (known.state === 'held' && !holds) known.state = 'connected';
    };

    switch (cause) {
      case 'callIn':
        if (gone && !known.onlyItsEnd) this.create(id, 'offered', tells);
        else learn(tells);
        known.onlyItsEnd = false;
        break;
      case 'callOuted':
      case 'created':
        learn(dialed);
        known.onlyItsEnd = false;
        break;
      case 'userAccessed':
        if (ringing) goTo('connected');
        break;
      case 'calloutAccepted':
        if (state === 'dialing') goTo('connected');
        break;
      case 'autoTransfer':
        if (state === 'offered') goTo('lost');
        break;
      case 'transfer':
        if (!gone || state === 'ended') known.state = 'transferred';
        break;
      case 'sessionEnded':
        if (!gone) goTo('ended');
        learn(tells);
        break;
      case 'sessionCompleted':
        goTo('completed');
        break;
      case 'closed':
        if (!gone) goTo('ended');
        break;
      case 'hold':
        if (state === 'connected' && ['phone', 'voip', 'unknown'].includes(known.kind)) goTo('held');
        break;
      case 'resume':
        if (state === 'held') goTo('connected');
        break;
      default: // Flags only.
    }
  }
}
