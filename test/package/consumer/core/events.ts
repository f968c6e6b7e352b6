// Event names are keys of TCCCEventMap, and an augmentation adds to them.
import {
  useTCCCEvent,
  type TCCCAgentStatus,
  type TCCCCallInEvent,
  type TCCCEventMap,
  type TCCCEventName,
} from 'tccc-react';
import { is, type Equal } from './types.js';

declare module 'tccc-react' {
  interface TCCCEventMap {
    networkQuality: { level: number };
  }
}

is<Equal<TCCCEventName, keyof TCCCEventMap>>();
is<'callIn' extends TCCCEventName ? true : false>();
is<'networkQuality' extends TCCCEventName ? true : false>();
is<string extends TCCCEventName ? false : true>();

export function useHandlers(): void {
  useTCCCEvent('callIn', (event) => {
    is<Equal<typeof event, TCCCCallInEvent>>();
    is<Equal<typeof event.sessionId, string>>();
    is<Equal<typeof event.callerPhoneNumber, string | undefined>>();
    // @ts-expect-error possibly undefined
    event.callerPhoneNumber.trim();
    // @ts-expect-error payloads are flat
    void event.data;
  });
  useTCCCEvent('statusChanged', ({ status }) => {
    is<Equal<typeof status, TCCCAgentStatus | undefined>>();
    return status === 'free';
  });
  useTCCCEvent('sessionEnded', ({ duration }) => is<Equal<typeof duration, number | undefined>>());
  useTCCCEvent('ready', (event) => is<Equal<typeof event, unknown>>());
  // By augmentation.
  useTCCCEvent('networkQuality', ({ level }) => is<Equal<typeof level, number>>());
  // A handler may be asynchronous, and may ask for less.
  useTCCCEvent('callOuted', async () => Promise.resolve());
  useTCCCEvent('transfer', ({ sessionId }: { sessionId: string }) => sessionId);

  // @ts-expect-error a typo
  useTCCCEvent('callin', () => undefined);
  // @ts-expect-error neither documented nor added
  useTCCCEvent('networkLost', () => undefined);
  // @ts-expect-error any text is no name
  useTCCCEvent('call' as string, () => undefined);
  // @ts-expect-error no handler
  useTCCCEvent('callIn');
  // @ts-expect-error a handler that asks for more than there is
  useTCCCEvent('callIn', ({ sessionId }: { sessionId: number }) => sessionId);
}

/** A name that is a variable keeps its payload. */
export function useAny<K extends TCCCEventName>(name: K, run: (event: TCCCEventMap[K]) => void): void {
  useTCCCEvent(name, run);
}
