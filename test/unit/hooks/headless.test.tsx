import { waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { TCCCProviderOptions } from '../../../src/index.js';
import type { SimulatorOptions } from '../../../src/simulator/index.js';
import { unhandledIn } from './clock.js';
import { type Desk, macrotask, On, openDesk } from './desk.js';
import { of, type Told } from './live.js';
import { fresh, ID } from './probe.js';

const told = of(ID);
const chat = { nickname: 'Lin', peerSource: 'web', channelName: 'Shop', clientData: '' };
const HIDDEN = ['UI.hide'];
/** Long enough for something to happen before `ready`. */
const SLOW: SimulatorOptions = { readyDelay: 15_000 };
const SHOWN = ['UI.show', 'UI.hidefloatButton', 'UI.showWorkbench'];

type Props = Partial<TCCCProviderOptions> & { options?: SimulatorOptions };

const uiCalls = ({ simulator }: Desk): string[] =>
  simulator.calls.map(({ method }) => method).filter((method) => method.startsWith('UI.'));

/** Emits events one by one; returns what each made the page do with the vendor's interface. */
async function does(desk: Desk, ...events: Told[]): Promise<string[][]> {
  const each: string[][] = [];
  for (const [name, payload] of events) {
    const before = uiCalls(desk).length;
    desk.simulator.emit(name, payload);
    await Promise.resolve();
    await Promise.resolve();
    each.push(uiCalls(desk).slice(before));
  }
  return each;
}

async function open(props?: Props): Promise<Desk> {
  const desk = openDesk(undefined, fresh({ headless: true, ...props }));
  await desk.until('ready');
  return desk;
}

describe('a headless page', () => {
  it.each([
    ['is asked to leave the workbench closed', {}, 'false'],
    ['unless the app says otherwise', { showWorkBenchAtFirstLogin: true }, 'true'],
    ['or says so itself', { showWorkBenchAtFirstLogin: false }, 'false'],
  ])('%s', async (_what, props, asked) => {
    await open(props);
    const tag = document.querySelector<HTMLScriptElement>('body > script')!;
    expect(tag.dataset['showWorkBenchAtFirstLogin']).toBe(asked);
  });

  it('hides the vendor’s interface at ready, before the app is told', async () => {
    let seen: boolean | undefined;
    const onReady = (): void => {
      seen = desk.simulator.ui.visible;
    };
    const desk = openDesk(undefined, fresh({ headless: true, onReady, options: SLOW }));
    await desk.until('logging-in');
    expect([desk.simulator.ui.visible, uiCalls(desk)]).toEqual([true, []]);
    await desk.until('ready');
    expect([seen, desk.simulator.ui.visible, uiCalls(desk)]).toEqual([false, false, HIDDEN]);
  });

  it.each(['phone', 'voip', 'internal'])('hides it at each callIn of a %s call', async (type) => {
    const desk = await open();
    const callIn = told('callIn', { type });
    expect(await does(desk, callIn)).toEqual([HIDDEN]);
    expect(await does(desk, told('userAccessed'))).toEqual([[]]);
    expect(await does(desk, of('s-2')('callIn', { type }))).toEqual([HIDDEN]);
    expect(desk.simulator.ui.visible).toBe(false);
  });

  it('hides it after what the SDK itself shows for the callIn, before the browser paints', async () => {
    const desk = await open();
    const { sdk } = desk.state();
    sdk!.on('callIn', () => {
      sdk!.UI.show();
    });
    desk.simulator.emit(...told('callIn', { type: 'phone' }));
    expect(desk.simulator.ui.visible).toBe(true);
    await Promise.resolve();
    await Promise.resolve();
    expect(desk.simulator.ui.visible).toBe(false);
  });

  it.each([
    ['a chat', { type: 'im', ...chat }],
    ['a chat printed as a phone call', { type: 'phone', ...chat }],
    ['a chat without a type', chat],
    ['a video call', { type: 'video', nickname: 'Lin', userId: 'o1' }],
  ])('shows it for %s, until that is over', async (_what, fields) => {
    const desk = await open();
    expect(await does(desk, told('callIn', fields))).toEqual([SHOWN]);
    expect(desk.simulator.ui).toMatchObject({ visible: true, floatButton: false, workbench: true });
    await does(desk, told('userAccessed'));
    // Other calls come and go meanwhile.
    const other = of('s-2');
    const [rang, , ended] = await does(
      desk,
      other('callIn', { type: 'phone' }),
      other('userAccessed'),
      other('sessionEnded'),
    );
    expect(rang).toEqual(SHOWN);
    expect(ended).not.toContain('UI.hide');
    expect(desk.simulator.ui.visible).toBe(true);
    expect(await does(desk, told('sessionEnded'))).toEqual([HIDDEN]);
    expect(desk.simulator.ui.visible).toBe(false);
  });

  it.each([
    ['lost to another agent', told('autoTransfer')],
    ['passed on', told('transfer')],
    ['done', told('sessionCompleted')],
  ])('hides it again when the chat is %s', async (_what, over) => {
    const desk = await open();
    await does(desk, told('callIn', { type: 'im' }));
    if (over[0] !== 'autoTransfer') await does(desk, told('userAccessed'));
    expect(await does(desk, over)).toEqual([HIDDEN]);
  });

  it('shows it until the last of several is over', async () => {
    const desk = await open();
    const video = of('s-2');
    await does(desk, told('callIn', { type: 'im' }), video('callIn', { type: 'video' }));
    await does(desk, told('sessionEnded'));
    expect(desk.simulator.ui.visible).toBe(true);
    await does(desk, video('sessionEnded'));
    expect(desk.simulator.ui.visible).toBe(false);
  });

  it('shows it for a chat that was there before ready', async () => {
    const desk = openDesk(undefined, fresh({ headless: true, options: SLOW }));
    await desk.until('logging-in');
    desk.simulator.emit(...told('callIn', { type: 'im' }));
    await desk.until('ready');
    expect(uiCalls(desk)).not.toContain('UI.hide');
    expect(desk.simulator.ui).toMatchObject({ visible: true, floatButton: false, workbench: true });
  });

  it('forgets the chats of the connection before', async () => {
    const desk = await open();
    await does(desk, told('callIn', { type: 'im' }));
    await desk.state().disconnect();
    await desk.state().connect();
    expect(desk.simulator.ui.visible).toBe(false);
  });

  it('goes on after a statusChanged without a payload', async () => {
    const desk = await open();
    await does(desk, ['statusChanged']);
    expect(await does(desk, told('callIn', { type: 'phone' }))).toEqual([HIDDEN]);
  });

  it('may become one later', async () => {
    const desk = await open({ headless: false });
    expect(await does(desk, told('callIn', { type: 'phone' }))).toEqual([[]]);
    desk.again(undefined, { headless: true });
    expect(await does(desk, of('s-2')('callIn', { type: 'phone' }))).toEqual([HIDDEN]);
  });
});

describe('a headless page on an SDK whose interface', () => {
  const flow = [
    told('callIn', { type: 'phone' }),
    told('sessionEnded'),
    of('s-2')('callIn', { type: 'im' }),
    of('s-2')('sessionEnded'),
  ];
  /** Expects the whole flow to be heard, and nothing to be reported. */
  async function harmless(desk: Desk, heard: unknown[], onError: unknown): Promise<void> {
    const logged = vi.spyOn(console, 'error');
    expect(await unhandledIn(() => does(desk, ...flow))).toEqual([]);
    expect(heard).toEqual([ID, 's-2']);
    expect(onError).not.toHaveBeenCalled();
    expect(logged).not.toHaveBeenCalled();
    expect(desk.state().status).toBe('ready');
  }
  const opening = (options?: SimulatorOptions) => {
    const heard: unknown[] = [];
    const onError = vi.fn();
    const children = <On name="callIn" run={({ sessionId }) => heard.push(sessionId)} />;
    return {
      heard,
      onError,
      desk: openDesk(children, fresh({ headless: true, onError, ...(options && { options }) })),
    };
  };

  it('throws does no harm', async () => {
    const { desk, heard, onError } = opening(SLOW);
    await desk.until('logging-in');
    for (const method of ['UI.hide', 'UI.show', 'UI.hidefloatButton', 'UI.showWorkbench'] as const) {
      desk.simulator.fail(method, { mode: 'throw' });
    }
    await desk.until('ready');
    await harmless(desk, heard, onError);
  });

  it('is of 2022 and lacks methods does no harm, and is shown and hidden', async () => {
    const { desk, heard, onError } = opening({ profile: 'api-22' });
    await desk.until('ready');
    await harmless(desk, heard, onError);
    expect(uiCalls(desk)).toEqual(['UI.hide', 'UI.hide', 'UI.show', 'UI.hide']);
  });

  it('is not there at all does no harm', async () => {
    const { desk, heard, onError } = opening(SLOW);
    await desk.until('logging-in');
    Reflect.set((window as { tccc?: object }).tccc!, 'UI', undefined);
    await desk.until('ready');
    await harmless(desk, heard, onError);
  });
});

describe.each([
  ['without the prop', {}],
  ['with headless={false}', { headless: false }],
])('%s', (_what, props) => {
  it('nothing is asked of the vendor’s interface', async () => {
    const desk = openDesk(undefined, fresh(props));
    await desk.until('ready');
    const types = ['phone', 'voip', 'internal', 'im', 'video'];
    await does(
      desk,
      ...types.flatMap((type) => [
        told('callIn', { type }),
        told('userAccessed'),
        told('sessionEnded'),
        told('sessionCompleted'),
      ]),
    );
    await macrotask();
    expect(uiCalls(desk)).toEqual([]);
    await waitFor(() => expect(document.querySelector('body > script')).not.toBeNull());
    expect(document.querySelector<HTMLElement>('body > script')!.dataset).toHaveProperty(
      'showWorkBenchAtFirstLogin',
      'true',
    );
  });
});
