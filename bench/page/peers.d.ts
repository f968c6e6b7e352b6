// What the pages use of the peers. Their install is apart from the main one: the types must do without it.

declare module 'eventemitter3' {
  export class EventEmitter {
    on(name: string, listener: (payload: unknown) => void): this;
    off(name: string, listener: (payload: unknown) => void): this;
    emit(name: string, payload: unknown): boolean;
    eventNames(): string[];
    listenerCount(name: string): number;
  }
}

declare module '@daily-co/daily-react' {
  import type { ReactElement, ReactNode } from 'react';

  export function DailyProvider(props: { callObject: unknown; children: ReactNode }): ReactElement;
  export function useParticipantIds(options: { filter: 'remote' }): string[];
  export function useParticipantProperty(id: string, property: 'user_name'): string | null;
}

declare module 'livekit-client' {
  interface Emitter {
    eventNames(): string[];
    listenerCount(name: string): number;
  }
  export interface RemoteParticipant extends Emitter {
    readonly identity: string;
    readonly metadata: string | undefined;
    readonly participantInfo: { clone(): object } | undefined;
    updateInfo(info: object): void;
  }
  export interface Room extends Emitter {
    readonly remoteParticipants: ReadonlyMap<string, RemoteParticipant>;
    simulateParticipants(options: {
      publish: { audio: boolean; video: boolean };
      participants: { count: number; audio: boolean; video: boolean };
    }): Promise<void>;
  }
  export const Room: new () => Room;
}

declare module '@livekit/components-react' {
  import type { RemoteParticipant, Room } from 'livekit-client';
  import type { ReactElement, ReactNode } from 'react';

  export function LiveKitRoom(props: {
    room: Room;
    token: undefined;
    serverUrl: undefined;
    children: ReactNode;
  }): ReactElement;
  export function useParticipantInfo(options: { participant: RemoteParticipant }): {
    metadata: string | undefined;
  };
  export function useRemoteParticipant(identity: string): RemoteParticipant | undefined;
  export function useRemoteParticipants(options?: { updateOnlyOn: [] }): RemoteParticipant[];
}
