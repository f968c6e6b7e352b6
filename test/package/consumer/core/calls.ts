// A method's reply is unread until callSdk has read it.
import { callSdk, type TCCCCallInfo, type TCCCSdk, type TCCCTransferOptions } from 'tccc-react';
import { is, type Equal } from './types.js';

const sessionId = '1';

export async function calls(sdk: TCCCSdk): Promise<void> {
  const dial = () => sdk.Call.startOutboundCall({ phoneNumber: '1' });
  const call = await callSdk(dial);
  is<Equal<typeof call, TCCCCallInfo>>();
  is<Equal<typeof call.sessionId, string>>();
  const accepted = await callSdk(() => sdk.Call.accept({ sessionId }));
  is<Equal<typeof accepted, unknown>>();

  const unread = await dial();
  // @ts-expect-error the vendor may have put it under data
  void unread.sessionId;
  // @ts-expect-error nor is it surely there
  void unread.data.sessionId;
  const synchronous = dial();
  // @ts-expect-error a promise, or not
  void synchronous.sessionId;
  // @ts-expect-error a promise, or not
  synchronous.then(() => undefined);
  // @ts-expect-error unread
  void (await sdk.Chat.accept({ sessionId })).errorMsg;

  try {
    await dial();
  } catch (error) {
    // @ts-expect-error the vendor rejects with a plain object: read by callSdk, it is a TCCCError
    void error.message;
  }
}

export function methods(sdk: TCCCSdk): void {
  void sdk.Call.startOutboundCall({ phoneNumber: '1', uui: undefined, servingNumberGroupIds: ['1'] });
  void sdk.Agent.setStatus({ status: 'stopNotReady' });
  void sdk.Call.end?.({ sessionId });
  void sdk.Agent.getStatus?.();
  const muted = sdk.Call.isMicMuted({ sessionId });
  is<Equal<typeof muted, unknown>>();

  // @ts-expect-error no number
  void sdk.Call.startOutboundCall({});
  // @ts-expect-error no such status to set
  void sdk.Agent.setStatus({ status: 'busy' });
  // @ts-expect-error missing in older SDKs
  void sdk.Call.end({ sessionId });
  // @ts-expect-error the vendor's spelling is hungUp
  void sdk.Call.hangUp({ sessionId });
  // @ts-expect-error no session
  void sdk.Call.accept({});
  // @ts-expect-error no digits
  void sdk.Call.sendDigits({ sessionId });
  // @ts-expect-error known by name only
  sdk.Call.kick();
}

export const targets: TCCCTransferOptions[] = [
  { sessionId, skillGroupId: '7' },
  { sessionId, userId: 'bob' },
  { sessionId, userId: 'bob', skillGroupId: undefined },
  // @ts-expect-error no target
  { sessionId },
  // @ts-expect-error two targets
  { sessionId, userId: 'bob', skillGroupId: '7' },
];
