import { EventEmitter } from 'eventemitter3';
import type { ReactElement } from 'react';

import { useTCCCEvent } from '../../src/index.js';
import { globals } from './inject-tccc.js';
import { mountProvider } from './live-page.js';

const HOOKS = 1000;
const PAYLOAD = { status: 'free' };

/** µs per emit, round by round. */
export type EmitTimes = Record<'bare' | 'guarded' | 'hooks', number[]>;

let calls = 0;

function Hook(): null {
  useTCCCEvent('statusChanged', () => {
    calls += 1;
  });
  return null;
}

function Hooks(): ReactElement {
  return (
    <>
      {Array.from({ length: HOOKS }, (_, index) => (
        <Hook key={index} />
      ))}
    </>
  );
}

/** The least that gives what a hook promises: the newest handler, and none that stops the others. */
function guarded(handler: (payload: unknown) => unknown): (payload: unknown) => void {
  const newest = { current: handler };
  return (payload) => {
    try {
      const result = newest.current(payload);
      if (result instanceof Promise) result.catch(console.error);
    } catch (error) {
      console.error(error);
    }
  };
}

/** One event to 1,000 listeners: in a bare emitter, in one whose listeners are guarded, and to 1,000 hooks. */
export async function measureEmit(endpoint: string, rounds: number, emits: number): Promise<EmitTimes> {
  const bare = new EventEmitter();
  const safe = new EventEmitter();
  for (let i = 0; i < HOOKS; i++) {
    bare.on('statusChanged', () => {
      calls += 1;
    });
    safe.on(
      'statusChanged',
      guarded(() => {
        calls += 1;
      }),
    );
  }
  const page = await mountProvider(endpoint, true);
  page.show(<Hooks />);
  const sdk = globals.tccc as unknown as { emit(name: string, payload: unknown): void };
  const emitters = {
    bare: () => bare.emit('statusChanged', PAYLOAD),
    guarded: () => safe.emit('statusChanged', PAYLOAD),
    hooks: () => {
      sdk.emit('statusChanged', PAYLOAD);
    },
  };
  const times: EmitTimes = { bare: [], guarded: [], hooks: [] };
  const warmUp = Math.ceil(rounds / 5);
  for (let round = -warmUp; round < rounds; round++) {
    for (const name of ['bare', 'guarded', 'hooks'] as const) {
      const emit = emitters[name];
      calls = 0;
      const start = performance.now();
      for (let i = 0; i < emits; i++) emit();
      const took = ((performance.now() - start) * 1000) / emits;
      if (calls !== HOOKS * emits) throw new Error(`${name}: ${calls} handler calls.`);
      if (round >= 0) times[name].push(took);
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
  return times;
}
