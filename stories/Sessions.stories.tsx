import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';

import type { TCCCSessionAction, TCCCSessionKind, TCCCSessionState } from '../src/index.js';
import { SessionsDemo } from './demo/desk/SessionsDemo.js';
import { page, scene } from './demo/docs/page.js';
import { useMessages } from './demo/messages/index.js';
import { type Context, eventually, ready, words } from './demo/testing.js';
import { Stage } from './demo/ui.js';
import source from './examples/SessionCard.tsx?raw';

const meta = {
  title: 'Sessions',
  parameters: page({
    heading: ['会话', 'Sessions'],
    about: [
      'useSessions、useSession、useSessionActions 和 useSessionTimer：五种会话用同一种卡片，能做什么由 available 决定，进度和失败由所有组件共享。',
      'useSessions, useSession, useSessionActions and useSessionTimer: one card for all five kinds. What can be done is in available; what is under way or failed is shared by all components.',
    ],
    source,
    frame: 560,
  }),
  render: () => <Page />,
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

function Page() {
  const { desk } = useMessages();
  return (
    <Stage title={desk.sessions.title} intro={desk.sessions.intro}>
      <SessionsDemo />
    </Stage>
  );
}

const card = (kind: TCCCSessionKind) => document.querySelector<HTMLElement>(`.session[data-kind=${kind}]`);
const shows = (kind: TCCCSessionKind, state: TCCCSessionState) =>
  eventually(() => expect(card(kind)?.dataset['state']).toBe(state));

/** Presses a button of a session's card, once it is there. */
const press = async (context: Context, kind: TCCCSessionKind, action: TCCCSessionAction) => {
  const { actions, chatActions } = words(context).desk.sessions;
  const name = (kind === 'im' && chatActions[action]) || actions[action];
  await userEvent.click(await within(card(kind)!).findByRole('button', { name }));
};
const offers = (kind: TCCCSessionKind) =>
  [...card(kind)!.querySelectorAll('.session-actions button')].map((button) => button.textContent);

/** Five kinds ring at once; one after the other is answered, and each offers what its kind can do. */
export const FiveKinds: Story = {
  parameters: scene(
    ['五种会话同时进行', '五种会话同时呼入：接听、静音、保持、恢复、拒接、结束。'],
    ['Five kinds at once', 'All five ring; they are answered, muted, held, resumed, rejected and ended.'],
  ),
  async play(context) {
    const { canvas, step } = context;
    const { actions, chatActions, ringAll, muted } = words(context).desk.sessions;
    const simulator = await ready();

    await step('all five ring', async () => {
      await eventually(() => expect(canvas.getByRole('button', { name: ringAll })).toBeEnabled());
      await userEvent.click(canvas.getByRole('button', { name: ringAll }));
      for (const kind of ['phone', 'im', 'voip', 'video', 'internal'] as const) await shows(kind, 'offered');
      await expect(offers('phone')).toEqual([actions.accept, actions.reject]);
      await expect(offers('video')).toEqual([actions.accept]);
      await expect(card('phone')!.querySelector('.session-clock')).toHaveTextContent(/1:[23]\d/);
    });

    await step('a chat and a call at the same time', async () => {
      await press(context, 'im', 'accept');
      await shows('im', 'connected');
      await expect(offers('im')).toEqual([actions.transfer, chatActions.hangUp]);
      await press(context, 'phone', 'accept');
      await shows('phone', 'connected');
      await eventually(() => expect(card('phone')!.querySelector('time')).toHaveTextContent('0:01'));
    });

    await step('muted, held, resumed, told by the reply', async () => {
      await press(context, 'phone', 'mute');
      await within(card('phone')!).findByText(muted);
      await press(context, 'phone', 'unmute');
      await press(context, 'phone', 'hold');
      await shows('phone', 'held');
      await expect(offers('phone')).toEqual([actions.resume, actions.transfer, actions.hangUp]);
      await press(context, 'phone', 'resume');
      await shows('phone', 'connected');
      await expect(simulator.sessions.find(({ kind }) => kind === 'phone')).toMatchObject({
        state: 'connected',
        micMuted: false,
      });
    });

    await step('one is rejected, one ended by the customer; their cards stay until done', async () => {
      await press(context, 'phone', 'mute');
      await press(context, 'voip', 'reject');
      await shows('voip', 'lost');
      simulator.customer.hangUp(simulator.sessions.find(({ kind }) => kind === 'im')!.sessionId);
      await shows('im', 'ended');
      await expect(offers('im')).toEqual([actions.remove]);
      await expect(offers('internal')).toEqual([actions.accept]);
    });
  },
};

/** A second voice call cannot be accepted: the service's words stand on its card. */
export const Refused: Story = {
  parameters: scene(
    ['操作被拒绝', '通话中再接视频会话：服务拒绝，原因显示在那张卡片上。'],
    ['Refused', 'A video session cannot be accepted during a call: its card says why.'],
  ),
  async play(context) {
    const simulator = await ready();
    simulator.ring({ timeout: 0 });
    await shows('phone', 'offered');
    await press(context, 'phone', 'accept');
    await shows('phone', 'connected');
    simulator.ring({ type: 'video', timeout: 0, force: true });
    await shows('video', 'offered');
    await press(context, 'video', 'accept');
    const alert = await within(card('video')!).findByRole('alert');
    await expect(alert).toHaveTextContent('sdk-call-failed');
    await expect(alert).toHaveTextContent('SeatStatusBusy');
    await shows('video', 'offered');
  },
};

/** Keys are sent, the call is passed on, and its record is taken away. */
export const KeysAndTransfer: Story = {
  parameters: scene(
    ['拨号盘与转接', '发送按键，转接到技能组，完成会话。'],
    ['Keypad and transfer', 'Keys are sent, the call is transferred and completed.'],
  ),
  async play(context) {
    const { targets } = words(context).desk.sessions;
    const simulator = await ready();
    simulator.ring();
    await shows('phone', 'offered');
    await press(context, 'phone', 'accept');
    await shows('phone', 'connected');
    await press(context, 'phone', 'sendDigits');
    const inCard = within(card('phone')!);
    for (const key of ['1', '0', '#']) {
      await userEvent.click(inCard.getByRole('button', { name: key }));
      await eventually(() => expect(simulator.sessions[0]?.digits.at(-1)).toBe(key));
    }
    await press(context, 'phone', 'transfer');
    await userEvent.click(inCard.getByRole('button', { name: targets[1]!.name }));
    await shows('phone', 'transferred');
    await expect(simulator.calls.findLast(({ method }) => method === 'Call.transfer')?.args[0]).toMatchObject(
      {
        skillGroupId: '2',
      },
    );
    await press(context, 'phone', 'remove');
    await eventually(() => expect(card('phone')).toBeNull());
  },
};

/** A video session: camera off and on, ended by the agent. Its card goes without asking the SDK, which has no such method. */
export const VideoCall: Story = {
  parameters: scene(
    ['视频会话', '接听视频，关闭再打开摄像头，坐席挂断，完成会话。'],
    ['A video session', 'Accepted, camera off and on, ended by the agent, and done with.'],
  ),
  async play(context) {
    const { cameraOff } = words(context).desk.sessions;
    const simulator = await ready();
    simulator.ring({ type: 'video' });
    await shows('video', 'offered');
    await press(context, 'video', 'accept');
    await shows('video', 'connected');
    await press(context, 'video', 'muteVideo');
    const flag = await within(card('video')!).findByText(cameraOff);
    await expect(simulator.sessions[0]?.videoMuted).toBe(true);
    await press(context, 'video', 'unmuteVideo');
    await eventually(() => expect(flag).not.toBeInTheDocument());
    await press(context, 'video', 'hangUp');
    await shows('video', 'ended');
    await expect(simulator.sessions[0]).toMatchObject({ state: 'ended', closeBy: 'seat' });
    await eventually(() => expect(card('video')!.querySelector('.session-clock')).toHaveTextContent(/0:0\d/));
    await press(context, 'video', 'remove');
    await eventually(() => expect(card('video')).toBeNull());
  },
};
