import type { TCCCReturn, TCCCSessionRef } from '../sdk/vendor.js';
import { spread } from './core.js';
import type { Emitter } from './emitter.js';
import { accept } from './inbound.js';
import { callService, type Callee, type Shape } from './invoke.js';
import type { Line } from './line.js';
import type { SimulatorMethod } from './methods.js';
import type { Operation } from './refusal.js';
import type { SimulatorSessionKind } from './session.js';
import type { SimulatorUi } from './ui.js';

/** What an SDK instance is made of. */
export interface SdkParts {
  readonly line: Line;
  readonly callee: Callee;
  readonly emitter: Emitter;
  readonly ui: SimulatorUi;
  /** Counts a use of `on` or `off`. */
  readonly counted: (method: 'on' | 'off') => void;
}

/** A method that takes `{ sessionId }`. */
export type BySession = (options: TCCCSessionRef) => TCCCReturn;

/** The session id in a method's options, which may be anything. */
export function idOf(options: unknown): string {
  return (options as Partial<TCCCSessionRef> | undefined)?.sessionId ?? '';
}

/** Calls the service; the cast says that whatever the readings make of a reply is one of the vendor's. */
export function service<T = void>(
  { callee }: SdkParts,
  method: SimulatorMethod,
  options: unknown,
  operation: Operation<T>,
  shape?: Shape<T>,
): TCCCReturn<T> {
  return callService(callee, method, [options], operation, shape) as TCCCReturn<T>;
}

/** A method that takes `{ sessionId }` and replies with success. */
export function bySession(
  parts: SdkParts,
  method: SimulatorMethod,
  operation: (sessionId: string) => Operation,
): BySession {
  return (options) => service(parts, method, options, operation(idOf(options)));
}

/** A method that by reading returns nothing: what becomes of it is then unknown to the caller. */
export function quietly(
  parts: SdkParts,
  method: SimulatorMethod,
  operation: (sessionId: string) => Operation,
  silent: () => boolean,
): BySession {
  return (options) => {
    const promise = callService(parts.callee, method, [options], operation(idOf(options)));
    if (!silent()) return promise;
    promise.catch(() => undefined);
    return undefined;
  };
}

/** `accept` of a namespace. */
export function accepting(
  parts: SdkParts,
  method: SimulatorMethod,
  kinds: readonly SimulatorSessionKind[],
): BySession {
  const { line } = parts;
  const delay = (): number => spread(line.core, line.core.settings().joinDelay);
  return bySession(parts, method, (sessionId) => accept(line, sessionId, kinds, delay));
}
