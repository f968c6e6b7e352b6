import type { ReactNode } from 'react';
import { expect } from 'vitest';
import {
  TCCCProvider,
  type TCCCError,
  type TCCCProviderOptions,
  type TCCCProviderProps,
  type TCCCSdk,
  type TCCCSnapshot,
  type TCCCState,
  type TCCCStatus,
} from '../../../src/index.js';
import { backend, type Backend } from './backend.js';
import { Boundary, eventually, mount, Probe, type Mounted } from './mount.js';
import type { Plan } from './plan.js';

export interface DeskOptions {
  plan?: Plan;
  /** Of the provider, over those of the desk. */
  props?: Partial<TCCCProviderOptions> & { tokenEndpoint?: string | URL; fetchToken?: unknown };
  children?: ReactNode;
  strict?: boolean;
  backend?: Backend;
}

/** A provider in a root of its own, and all that it told. */
export interface Desk {
  backend: Backend;
  root: Mounted;
  /** Of each render of a consumer. */
  states: TCCCState[];
  state: () => TCCCState;
  /** The statuses that a consumer rendered, without repetition. */
  statuses: () => TCCCStatus[];
  snapshots: TCCCSnapshot[];
  errors: TCCCError[];
  ready: TCCCSdk[];
  /** What the error boundary around the provider caught. */
  caught: unknown[];
  /** Renders again, with these props and children over the first ones. */
  render: (props?: DeskOptions['props'], children?: ReactNode) => void;
  until: (status: TCCCStatus) => Promise<TCCCState>;
  /** Waits for the final failure. */
  failure: () => Promise<TCCCError>;
}

/** Short waits: nothing here has a network to wait for. */
export const QUICK = {
  allowedSdkHosts: ['localhost'],
  timeouts: { token: 3000, script: 3000, login: 3000 },
  retry: { attempts: 3, baseDelay: 4 },
};

/** Mounts a provider whose token endpoint answers by `plan`. */
export function openDesk({
  plan = [],
  props: first,
  children: inside,
  strict,
  ...rest
}: DeskOptions = {}): Desk {
  const server = rest.backend ?? backend(...plan);
  const states: TCCCState[] = [];
  const snapshots: TCCCSnapshot[] = [];
  const errors: TCCCError[] = [];
  const ready: TCCCSdk[] = [];
  const caught: unknown[] = [];
  const record = (state: TCCCState): void => void states.push(state);
  const tree = (props: DeskOptions['props'], children: ReactNode): ReactNode => (
    <Boundary onCatch={(error) => caught.push(error)}>
      <TCCCProvider
        {...({
          ...(props?.fetchToken ? {} : { tokenEndpoint: server.endpoint }),
          ...QUICK,
          onStatusChange: (snapshot) => void snapshots.push(snapshot),
          onError: (error) => void errors.push(error),
          onReady: (sdk) => void ready.push(sdk),
          ...props,
        } as TCCCProviderProps)}
      >
        <Probe onState={record} />
        {children}
      </TCCCProvider>
    </Boundary>
  );
  const root = mount(tree(first, inside), strict === undefined ? {} : { strict });
  const state = (): TCCCState => states.at(-1)!;
  const until = async (status: TCCCStatus): Promise<TCCCState> => {
    await eventually(() => expect(root.text()).toContain(status));
    return state();
  };
  return {
    backend: server,
    root,
    states,
    state,
    statuses: () =>
      states.map(({ status }) => status).filter((status, index, all) => status !== all[index - 1]),
    snapshots,
    errors,
    ready,
    caught,
    render(props, children) {
      root.render(tree({ ...first, ...props }, children ?? inside));
    },
    until,
    async failure() {
      const { error } = await until('error');
      if (!error) throw new Error('The status is error without an error.');
      return error;
    },
  };
}
