import type { ReactNode } from 'react';
import { afterEach, expect } from 'vitest';
import {
  type TCCCError,
  type TCCCSession,
  type TCCCSessionAction,
  type TCCCSessionActions,
  type TCCCSessionTimer,
  useActiveSession,
  useAgentStatus,
  useIncomingSessions,
  useInternalCall,
  useOutboundCall,
  useSession,
  useSessionActions,
  useSessions,
  useSessionTimer,
  useSkillGroups,
  useTCCCErrors,
  useTCCCGetSnapshot,
} from '../../../src/index.js';
import type { Simulator, SimulatorOptions } from '../../../src/simulator/index.js';
import { type Desk, openDesk } from './desk.js';
import { On, simulator } from './mount.js';

const everySession = (): boolean => true;
const useAll = () => ({
  all: useSessions(everySession),
  listed: useSessions(),
  incoming: useIncomingSessions(),
  active: useActiveSession(),
  agent: useAgentStatus(),
  outbound: useOutboundCall(),
  internal: useInternalCall(),
  groups: useSkillGroups(),
  bar: useTCCCErrors(),
  getSnapshot: useTCCCGetSnapshot(),
});
type All = ReturnType<typeof useAll>;

interface One {
  session: TCCCSession | undefined;
  actions: TCCCSessionActions;
  timer: TCCCSessionTimer;
}

function Session({ id, onRender }: { id: string; onRender: (id: string, one: One) => void }): ReactNode {
  const one = { session: useSession(id), actions: useSessionActions(id), timer: useSessionTimer(id) };
  onRender(id, one);
  return <li>{one.session?.state}</li>;
}

interface AgentDeskProps {
  onRender: (all: All) => void;
  onSession: (id: string, one: One) => void;
}

/** An agent's desk: every hook, and a line for each session. */
function AgentDesk({ onRender, onSession }: AgentDeskProps): ReactNode {
  const all = useAll();
  onRender(all);
  return all.all.map(({ sessionId }) => <Session key={sessionId} id={sessionId} onRender={onSession} />);
}

/** ms. */
const PATIENCE = 5000;

const EVENTS = [
  'callIn',
  'callOuted',
  'userAccessed',
  'calloutAccepted',
  'autoTransfer',
  'transfer',
  'sessionEnded',
  'sessionCompleted',
] as const;

/** An agent at work, and all that the hooks told. */
export interface Agent {
  desk: Desk;
  sim: Simulator;
  /** What the hooks returned last. */
  now: () => All;
  session: (id: string) => TCCCSession | undefined;
  timer: (id: string) => TCCCSessionTimer;
  /** The actions that can be done with a session now, in the order of the alphabet. */
  can: (id: string) => string[];
  /** Does an action; returns what it failed with. */
  run: (id: string, action: TCCCSessionAction, given?: unknown) => Promise<TCCCError | undefined>;
  /** The states that were rendered, without repetition. */
  trail: (id: string) => string[];
  /** Of each event: its name, and the state in which a handler of it found the session. */
  heard: (id: string) => string[];
  /** The agent's statuses that were rendered, without repetition. */
  statuses: string[];
  /** Those in which the hooks let the agent dial. */
  mayDial: Set<string>;
  /** What the SDK was called for, sessions only. */
  calls: () => [method: string, options: unknown][];
  /** Waits until `check` passes. It is tried after each render: however briefly it holds, it is not missed. */
  when: (check: () => unknown) => Promise<void>;
  /** Waits until the session has that state. */
  until: (id: string, state: TCCCSession['state']) => Promise<TCCCSession>;
  untilStatus: (status: string) => Promise<void>;
}

/** What a promise rejects with. */
export const failureOf = (promise: Promise<unknown>): Promise<TCCCError | undefined> =>
  promise.then(
    () => undefined,
    (error: unknown) => error as TCCCError,
  );

/** Tries checks after each render. */
function createWaiting(): { rendered: () => void; when: Agent['when'] } {
  const waiting = new Set<() => void>();
  let queued = false;
  return {
    rendered() {
      if (queued) return;
      queued = true;
      // After the whole of this render.
      queueMicrotask(() => {
        queued = false;
        for (const attempt of [...waiting]) attempt();
      });
    },
    when: (check) =>
      new Promise<void>((resolve, reject) => {
        let failed: unknown;
        const attempt = (): void => {
          try {
            check();
            end();
            resolve();
          } catch (error) {
            failed = error;
          }
        };
        const timer = setTimeout(() => {
          end();
          reject(failed);
        }, PATIENCE);
        const end = (): void => {
          clearTimeout(timer);
          waiting.delete(attempt);
        };
        waiting.add(attempt);
        attempt();
      }),
  };
}

const push = (list: string[], item: string): void => {
  if (list.at(-1) !== item) list.push(item);
};

/** Mounts an agent's desk without waiting for the connection: `sim` exists once the script has run. */
export function mountAgent(sim: SimulatorOptions = {}, strict = true): Agent {
  const ones = new Map<string, One>();
  const trails = new Map<string, string[]>();
  const events: [id: string, text: string][] = [];
  const statuses: string[] = [];
  const mayDial = new Set<string>();
  const { rendered, when } = createWaiting();
  let all: All | undefined;

  const hear =
    (name: string) =>
    ({ sessionId }: { sessionId: string }): void => {
      const found = all?.getSnapshot().sessions.find((session) => session.sessionId === sessionId);
      events.push([sessionId, `${name} ${found?.state}`]);
    };
  const desk = openDesk({
    plan: [{ sim }],
    // Another one each time, who finds nothing of the last one's.
    props: { agentKey: crypto.randomUUID() },
    strict,
    children: [
      <AgentDesk
        key="desk"
        onRender={(now) => {
          all = now;
          push(statuses, String(now.agent.status));
          if (now.outbound.canDial) mayDial.add(String(now.agent.status));
          rendered();
        }}
        onSession={(id, one) => {
          ones.set(id, one);
          if (!trails.has(id)) trails.set(id, []);
          if (one.session) push(trails.get(id)!, one.session.state);
          rendered();
        }}
      />,
      ...EVENTS.map((name) => <On key={name} name={name} run={hear(name)} />),
    ],
  });
  const oneOf = (id: string): One => {
    const one = ones.get(id);
    if (!one) throw new Error(`Session ${id} was never rendered.`);
    return one;
  };
  const session = (id: string): TCCCSession | undefined => ones.get(id)?.session;

  return {
    desk,
    get sim() {
      return simulator();
    },
    now: () => all!,
    session,
    timer: (id) => oneOf(id).timer,
    can: (id) =>
      Object.entries(oneOf(id).actions)
        .flatMap(([name, { available }]) => (available ? [name] : []))
        .sort(),
    run: (id, action, given) => failureOf(oneOf(id).actions[action].run(given as never)),
    trail: (id) => trails.get(id) ?? [],
    heard: (id) => events.flatMap(([of, text]) => (of === id ? [text] : [])),
    statuses,
    mayDial,
    calls: () =>
      simulator()
        .calls.filter(({ method }) => /^(Call|Chat|Video)\.(?!isMicMuted)/.test(method))
        .map(({ method, args }) => [method, args[0]]),
    when,
    async until(id, state) {
      await when(() => expect([id, session(id)?.state]).toEqual([id, state]));
      return session(id)!;
    },
    untilStatus: (status) => when(() => expect(all?.agent.status).toBe(status)),
  };
}

/** An agent who is ready for sessions. */
export async function openAgent(sim: SimulatorOptions = {}): Promise<Agent> {
  const agent = mountAgent(sim);
  await agent.desk.until('ready');
  return agent;
}

// An agent in a call would not go offline, and the end of the connection would wait for that; and for an SDK that
// has no word for it.
afterEach(() => {
  const sim = window.__tcccSimulator;
  if (sim?.agent.status === 'busy') sim.forceOffline();
  setTimeout(() => window.__tcccSimulator?.emit('statusChanged', { status: 'offline' }), 1);
});
