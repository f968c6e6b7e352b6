/** The service says no. Becomes a rejection, a reply or an exception, as the reading `failure` says. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** What an SDK method does: `check` throws a `Refusal`, `run` follows when it did not. */
export interface Operation<T = void> {
  check(): void;
  run(): T;
}

const TEXTS = {
  'FailedOperation.CallOutFailed': 'The call could not be placed.',
  'FailedOperation.SeatStatusBusy': 'The agent is in a call.',
  'FailedOperation.PermissionDenied': 'The agent may not do this now.',
  'FailedOperation.SessionNotExists': 'The session does not exist.',
  'FailedOperation.SessionNotInControlState': 'The session is not in a state that allows this.',
  InvalidParameter: 'A parameter is missing or wrong.',
} as const;

/** Names of the Cloud API that the simulator uses as causes. What the real `errorMsg` says is not documented. */
export type RefusalCode = keyof typeof TEXTS;

/** Throws a refusal. */
export function refuse(code: RefusalCode, detail?: string): never {
  throw new Refusal(`${code}: ${detail ?? TEXTS[code]}`);
}
