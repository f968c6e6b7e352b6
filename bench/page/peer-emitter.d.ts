/** `eventemitter3`; the bench's bundle finds where it is installed. */
export declare class EventEmitter {
  on(name: string, listener: (payload: unknown) => void): this;
  emit(name: string, payload: unknown): boolean;
}
