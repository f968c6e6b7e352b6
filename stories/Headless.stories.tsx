import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';

import type { TCCCSessionAction, TCCCSessionKind } from '../src/index.js';
import { HeadlessDemo } from './demo/desk/HeadlessDemo.js';
import { page, scene } from './demo/docs/page.js';
import { useMessages } from './demo/messages/index.js';
import { type Context, data, eventually, press, ready, words } from './demo/testing.js';
import { Stage } from './demo/ui.js';
import source from './examples/OwnDesk.tsx?raw';

const meta = {
  title: 'Headless',
  parameters: page({
    heading: ['用自己的界面', 'Headless'],
    about: [
      '<TCCCProvider headless>：腾讯云自带的界面保持隐藏，只有在线会话和视频进行时才显示它的工作台，因为文字和画面只在那里。',
      '<TCCCProvider headless>: the vendor’s interface stays hidden, but for its workbench while there is a chat or a video call, whose text and picture exist only there.',
    ],
    source,
    frame: 560,
  }),
  render: () => <Page />,
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

function Page() {
  const { headless } = useMessages();
  return (
    <Stage title={headless.title} intro={headless.intro}>
      <HeadlessDemo />
    </Stage>
  );
}

const state = (kind: TCCCSessionKind, wanted: string | undefined) =>
  data(`.session[data-kind=${kind}]`, 'state', wanted);
/** Which parts of the vendor's interface can be seen. */
const seen = (...wanted: string[]) =>
  eventually(() => {
    const { shadowRoot } = document.querySelector('t3c-sdk')!;
    const parts = ['.panel', '.float'].filter((part) => shadowRoot!.querySelector(part)!.checkVisibility());
    return expect(parts).toEqual(wanted);
  });

/** Presses a button of our own card of a session. */
const act = async (context: Context, kind: TCCCSessionKind, action: TCCCSessionAction) => {
  const { actions, chatActions } = words(context).desk.sessions;
  const card = within(document.querySelector<HTMLElement>(`.session[data-kind=${kind}]`)!);
  const name = (kind === 'im' && chatActions[action]) || actions[action];
  await userEvent.click(await card.findByRole('button', { name }));
};

/** Hidden from `ready` on and during a phone call; shown for a chat, and hidden again after it. */
export const CallAndChat: Story = {
  parameters: scene(
    [
      '电话与在线会话',
      '就绪后自带界面隐藏；电话在自己的界面里接听和挂断；在线会话呼入，工作台显示；会话结束，再次隐藏。',
    ],
    [
      'A call and a chat',
      'Hidden at ready. A phone call is taken and ended in our own interface. A chat shows the workbench, and its end hides it.',
    ],
  ),
  async play(context) {
    const { canvas, step } = context;
    const { headless: text, simulator: controls } = words(context);
    const simulator = await ready();
    const asked = () =>
      simulator.calls.map(({ method }) => method).filter((method) => method.startsWith('UI.'));

    await step('at ready all of it is hidden, by nothing but the provider', async () => {
      await canvas.findByText(text.none);
      await seen();
      await expect(simulator.ui.visible).toBe(false);
      await expect(asked()).toEqual(['UI.hide']);
    });

    await step('a phone call is all ours', async () => {
      await press(context, controls.kinds.phone);
      await state('phone', 'offered');
      await eventually(() => expect(asked()).toEqual(['UI.hide', 'UI.hide']));
      await act(context, 'phone', 'accept');
      await state('phone', 'connected');
      await seen();
      await act(context, 'phone', 'hangUp');
      await state('phone', undefined);
      await seen();
    });

    await step('a chat shows the workbench, without the float button', async () => {
      await eventually(() => expect(simulator.agent.status).toBe('free'));
      await press(context, controls.kinds.im);
      await state('im', 'offered');
      await seen('.panel');
      await act(context, 'im', 'accept');
      await state('im', 'connected');
      await expect(canvas.getByText(text.elsewhere.im)).toBeVisible();
      await seen('.panel');
    });

    await step('the chat ends, and so does that', async () => {
      await press(context, controls.hangUp);
      await state('im', undefined);
      await seen();
      await expect(simulator.sessions.at(-1)).toMatchObject({ kind: 'im', state: 'ended' });
    });
  },
};

/** The workbench stays until the last that needs it is over; a call that rings meanwhile does not hide it. */
export const SeveralAtOnce: Story = {
  parameters: scene(
    [
      '几个会话同时进行',
      '在线会话与视频同时进行，都结束后工作台才隐藏；之后电话与在线会话同时进行，再有来电，工作台也不会隐藏。',
    ],
    [
      'Several at once',
      'A chat and a video call: the workbench goes when both are over. Then a chat beside a phone call: another call that rings does not hide it.',
    ],
  ),
  async play(context) {
    const { canvas, step } = context;
    const { headless: text, desk } = words(context);
    const { callers } = desk.sessions;
    const simulator = await ready();
    await canvas.findByText(text.none);

    await step('until the last of them is over', async () => {
      const chat = simulator.ring({ type: 'im', nickname: callers.im });
      await state('im', 'offered');
      await act(context, 'im', 'accept');
      simulator.ring({ type: 'video', nickname: callers.video, force: true });
      await state('video', 'offered');
      await act(context, 'video', 'accept');
      await state('video', 'connected');
      simulator.customer.hangUp(chat);
      await state('im', undefined);
      await seen('.panel');
      await act(context, 'video', 'hangUp');
      await state('video', undefined);
      await seen();
      simulator.agentUi.complete(chat);
      simulator.agentUi.complete();
    });

    await step('beside calls', async () => {
      await eventually(() => expect(simulator.agent.status).toBe('free'));
      simulator.ring({ callerLocation: callers.place });
      await state('phone', 'offered');
      await act(context, 'phone', 'accept');
      await state('phone', 'connected');
      await seen();
      simulator.ring({ type: 'im', nickname: callers.im, force: true });
      await state('im', 'offered');
      await seen('.panel');
      simulator.ring({ type: 'voip', nickname: callers.voip, force: true });
      await state('voip', 'offered');
      await seen('.panel');
    });
  },
};
