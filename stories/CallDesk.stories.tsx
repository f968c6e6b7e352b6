import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';

import { CallDemo } from './demo/calls/CallDemo.js';
import { RingThree } from './demo/calls/RingThree.js';
import { page, scene } from './demo/docs/page.js';
import { useMessages } from './demo/messages/index.js';
import { data, eventually, ready, words } from './demo/testing.js';
import { Stage } from './demo/ui.js';
import { CallDesk } from './examples/CallDesk.js';
import source from './examples/CallDesk.tsx?raw';

const meta = {
  title: 'Call desk',
  parameters: page({
    heading: ['来电工作台', 'Call desk'],
    about: [
      'useIncomingSessions、useActiveSession、useSessionTimer、useTCCCSelector 和 useTCCCGetSnapshot 拼成的来电工作台，复制即可用；文字由 text 传入。',
      'A desk for calls on useIncomingSessions, useActiveSession, useSessionTimer, useTCCCSelector and useTCCCGetSnapshot. Copy it; its words come in by text.',
    ],
    source,
    frame: 560,
  }),
  render: () => <Page />,
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

function Page() {
  const { callDesk } = useMessages();
  return (
    <Stage title={callDesk.title} intro={callDesk.intro}>
      <CallDemo
        title={callDesk.component}
        groups={['customer', 'agent']}
        aside={<RingThree />}
        sim={{ wrapUp: 30, ringTimeout: 0 }}
      >
        <CallDesk text={callDesk} />
      </CallDemo>
    </Stage>
  );
}

const now = () => document.querySelector<HTMLElement>('.desk-now')!;
const state = (wanted: string) => data('.desk-now', 'state', wanted);
const waiting = (n: number) => data('.desk-waiting', 'count', `${n}`);

/** Three ring: the agent takes one, the others wait, and one of those is rejected. */
export const SeveralRinging: Story = {
  parameters: scene(
    ['几通来电同时振铃', '三通同时振铃：接听其中一通，静音、保持；其余继续等待，拒接一通。'],
    [
      'Several ringing',
      'Three ring. One is taken, muted and held; the others wait, and one of them is rejected.',
    ],
  ),
  async play(context) {
    const { canvas, step } = context;
    const { callDesk: text, desk } = words(context);
    const { callers } = desk.sessions;
    const { actions } = text;
    const press = async (where: HTMLElement, name: string) =>
      userEvent.click(await within(where).findByRole('button', { name }));
    await ready();
    await state('free');

    await step('three ring', async () => {
      await eventually(() => expect(canvas.getByRole('button', { name: text.ringThree })).toBeEnabled());
      await press(context.canvasElement, text.ringThree);
      await waiting(3);
      const names = within(canvas.getByRole('list', { name: text.ringing }))
        .getAllByRole('listitem')
        .map((item) => item.getAttribute('aria-label'));
      await expect(names).toEqual([expect.stringMatching(/^10000\d{6}$/), callers.voip, callers.internal]);
    });

    await step('one is taken: that is the call, and the others wait', async () => {
      await press(canvas.getByRole('listitem', { name: callers.voip }), actions.accept);
      await state('connected');
      await waiting(2);
      await expect(now()).toHaveTextContent(callers.voip);
      await press(now(), actions.mute);
      await eventually(() => expect(now()).toHaveTextContent(text.muted));
      await press(now(), actions.hold);
      await state('held');
      await press(now(), actions.resume);
      await state('connected');
    });

    await step('another is rejected', async () => {
      const [phone] = within(canvas.getByRole('list', { name: text.ringing })).getAllByRole('listitem');
      await press(phone!, actions.reject);
      await waiting(1);
      await expect(phone).not.toBeInTheDocument();
      await expect(canvas.getByRole('listitem', { name: callers.internal })).toBeVisible();
    });
  },
};

/** The customer hangs up while another waits: the log knows all of it, and the wrap-up counts. */
export const WrapUp: Story = {
  parameters: scene(
    [
      '话后整理',
      '客户挂断，此时还有人等待：记录读到的是最新状态；话后整理开始计时，整理完毕后恢复空闲，再接下一通。',
    ],
    [
      'Wrap-up',
      'The customer hangs up while another waits: the log reads the newest state. The work after it is counted until done; the next call brings its own.',
    ],
  ),
  async play(context) {
    const { canvas } = context;
    const { callDesk: text, desk } = words(context);
    const { callers } = desk.sessions;
    const simulator = await ready();
    const accept = async () =>
      userEvent.click(await canvas.findByRole('button', { name: text.actions.accept }));
    const entries = () => within(canvas.getByRole('list', { name: text.recent })).getAllByRole('listitem');
    await state('free');
    const sessionId = simulator.ring({ type: 'voip', nickname: callers.voip });
    await accept();
    await state('connected');
    // In one task: nothing renders between the ring of the second call and the end of the first.
    const next = simulator.ring({ type: 'voip', nickname: callers.video, force: true });
    simulator.customer.hangUp(sessionId);
    await state('wrapUp');
    await expect(entries()).toHaveLength(1);
    await expect(entries()[0]).toHaveTextContent(callers.voip);
    await expect(entries()[0]).toHaveTextContent(text.closedBy['client']!);
    await expect(entries()[0]).toHaveTextContent(text.stillWaiting(1));
    await expect(simulator.agent.status).toBe('arrange');
    await eventually(() => expect(now().querySelector('time')).toHaveTextContent('0:01'));
    await userEvent.click(canvas.getByRole('button', { name: text.done }));
    await state('free');
    await expect(simulator.agent.status).toBe('free');
    await expect(simulator.sessions.map(({ state: one }) => one)).toEqual(['offered']);

    await accept();
    await state('connected');
    simulator.customer.hangUp(next);
    await state('wrapUp');
    await expect(now()).toHaveTextContent(callers.video);
    await expect(entries()[0]).toHaveTextContent(text.stillWaiting(0));
  },
};
