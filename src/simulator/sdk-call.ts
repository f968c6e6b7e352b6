import type { TCCCCall, TCCCCallInfo } from '../sdk/vendor.js';
import { reject } from './inbound.js';
import { callNow, callService, type Shape } from './invoke.js';
import { complete, hangUp, hold, mute, sendDigits, touch, transfer } from './live.js';
import { dial, dialColleague } from './outbound.js';
import type { SimulatorReadings } from './readings.js';
import { refuse, type Operation } from './refusal.js';
import { accepting, bySession, idOf, quietly, service, type SdkParts } from './sdk-parts.js';
import type { SimulatorSessionKind } from './session.js';

const CALL: readonly SimulatorSessionKind[] = ['phone', 'voip', 'internal'];

/** `isMicMuted`, in the five ways that the documents leave open. */
function isMicMuted(parts: SdkParts, options: unknown): unknown {
  const { line, callee } = parts;
  const sessionId = idOf(options);
  const { isMicMuted: reading } = line.core.settings().readings;
  const answer = (): boolean => line.sessions.get(sessionId)?.micMuted ?? false;
  if (reading === 'boolean') return callNow(callee, 'Call.isMicMuted', [options], answer, false);
  const operation: Operation<boolean> = { check: () => touch(line, sessionId, CALL).check(), run: answer };
  return service(parts, 'Call.isMicMuted', options, operation, (data) => {
    if (reading === 'promise') return data;
    return reading === 'data' ? { status: 'success', data } : { status: 'success' };
  });
}

/** `tccc.Call`. What exists is decided by the readings in force when the script loads. */
export function callPart(parts: SdkParts): TCCCCall {
  const { line, callee } = parts;
  const readings = (): SimulatorReadings => line.core.settings().readings;
  const muted = (): boolean => readings().mute === 'void';

  const withData: Shape<object> = (data) => {
    const { reply } = readings();
    if (reply === 'flat') return data;
    return reply === 'wrapped' ? { status: 'success', data } : { status: 'success' };
  };

  const call: TCCCCall = {
    startOutboundCall: (options) =>
      service<TCCCCallInfo>(parts, 'Call.startOutboundCall', options, dial(line, options), withData),
    startInternalCall(options: { calleeUserId?: string } | undefined) {
      const operation = dialColleague(line, options?.calleeUserId ?? '');
      return service(parts, 'Call.startInternalCall', options, operation, (data) =>
        readings().internalReply === 'data' ? withData(data) : { status: 'success' },
      );
    },
    accept: accepting(parts, 'Call.accept', CALL),
    hungUp: bySession(parts, 'Call.hungUp', (id) => hangUp(line, id, CALL)),
    deleteCall: quietly(
      parts,
      'Call.deleteCall',
      (id) => complete(line, id),
      () => readings().deleteCall === 'nothing',
    ),
    muteMic: quietly(parts, 'Call.muteMic', (id) => mute(line, id, CALL, 'micMuted', true), muted),
    unmuteMic: quietly(parts, 'Call.unmuteMic', (id) => mute(line, id, CALL, 'micMuted', false), muted),
    isMicMuted: (options) => isMicMuted(parts, options),
    hold: bySession(parts, 'Call.hold', (id) => hold(line, id, CALL, true)),
    unHold: bySession(parts, 'Call.unHold', (id) => hold(line, id, CALL, false)),
    transfer: (options) => service(parts, 'Call.transfer', options, transfer(line, options, CALL)),
    sendDigits(options: { dtmfText?: unknown } | undefined) {
      return service(parts, 'Call.sendDigits', options, sendDigits(line, idOf(options), options?.dtmfText));
    },
  };
  if (readings().isMicMuted === 'missing') Reflect.deleteProperty(call, 'isMicMuted');
  if (readings().callEnd !== 'missing')
    call.end = bySession(parts, 'Call.end', (id) => reject(line, id, CALL));
  if (line.core.settings().profile === 'current') {
    // Known by name only: there is nothing of it to simulate.
    const unknown = (): never => refuse('InvalidParameter', 'kick is not simulated.');
    call.kick = (...args: unknown[]) =>
      callService(callee, 'Call.kick', args, { check: unknown, run: unknown });
  }
  return call;
}
