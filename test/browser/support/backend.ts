import { vi } from 'vitest';
import type { Plan, Seen } from './plan.js';

/** One test's corner of the test server. */
export interface Backend {
  id: string;
  /** The token endpoint, with the plan in its query. */
  endpoint: string;
  seen: () => Promise<Seen>;
  /** Lets every held answer go, once there are `count` of them. */
  release: (count?: number) => Promise<void>;
  /** Tokens whose script has run on this page, oldest first. */
  runs: () => Promise<number[]>;
}

const used: string[] = [];

/** A new corner of the server with a name of its own. */
export function backend(...plan: Plan): Backend {
  const id = `t${crypto.randomUUID().slice(0, 8)}`;
  used.push(id);
  const query = new URLSearchParams({ id, plan: JSON.stringify(plan) });
  const get = async <T>(path: string): Promise<T> =>
    (await fetch(`${path}?id=${id}`, { cache: 'no-store' })).json() as Promise<T>;
  const seen = (): Promise<Seen> => get('/tccc-log');
  return {
    id,
    endpoint: `/tccc-token?${query}`,
    seen,
    async release(count = 1) {
      let released = 0;
      await vi.waitUntil(async () => (released += await get<number>('/tccc-release')) >= count, 4000);
    },
    async runs() {
      const { secrets } = await seen();
      const ran = (window as { __tcccRuns?: string[] }).__tcccRuns ?? [];
      return secrets.flatMap(({ token }, index) => (ran.includes(token) ? [index + 1] : []));
    },
  };
}

/** Lets go of every answer that a test has left held. */
export async function releaseAll(): Promise<void> {
  await Promise.all(used.splice(0).map((id) => fetch(`/tccc-release?id=${id}`)));
}
