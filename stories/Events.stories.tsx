import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';

import { DemoProvider } from './demo/DemoProvider.js';
import { page, scene } from './demo/docs/page.js';
import { EventLog } from './demo/events/EventLog.js';
import { useMessages } from './demo/messages/index.js';
import { SimulatorCard } from './demo/simulator/SimulatorCard.js';
import { eventually, press, ready, words } from './demo/testing.js';
import { Stage } from './demo/ui.js';

const meta = {
  title: 'Events',
  parameters: page({
    heading: ['事件', 'Events'],
    about: [
      '全部 SDK 事件的实时记录，旁边是扮演客户、同事和云端的模拟器。',
      'Every event of the SDK as it comes, beside the simulator that plays everybody else.',
    ],
    frame: 560,
  }),
  render: () => <Page />,
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

function Page() {
  const { events } = useMessages();
  return (
    <Stage title={events.title} intro={events.intro}>
      <DemoProvider agentKey="events" wish={{ sim: { wrapUp: 4 } }}>
        <div className="demo-columns">
          <div className="demo-column">
            <SimulatorCard />
          </div>
          <div className="demo-column">
            <EventLog />
          </div>
        </div>
      </DemoProvider>
    </Stage>
  );
}

/** Every event, live, beside the one who causes it. */
export const LiveLog: Story = {
  parameters: scene(
    ['一通来电的全部事件', '振铃、接听、客户挂断、完成会话，每一步收到什么。'],
    ['Live log', 'A call rings, is answered, ends and is completed: what is heard at each step.'],
  ),
  async play(context) {
    const { step } = context;
    const { simulator: text } = words(context);
    const heard = (): string[] =>
      [...document.querySelectorAll<HTMLElement>('[data-event]')].map((row) => row.dataset['event']!);
    const newest = (...names: string[]) =>
      eventually(() => expect(heard().slice(0, names.length)).toEqual(names));

    await step('ready and the first status are heard', async () => {
      await ready();
      await newest('statusChanged', 'ready');
    });

    await step('an inbound call: rings, is answered, and the customer hangs up', async () => {
      await press(context, text.kinds.phone);
      await newest('callIn');
      await press(context, text.accept);
      await newest('statusChanged', 'userAccessed', 'callIn');
      await press(context, text.hangUp);
      await newest('statusChanged', 'sessionEnded');
      await press(context, text.done);
      await newest('sessionCompleted');
    });
  },
};

/** The cloud changes the agent's status behind the page's back; what it refuses is told. */
export const CloudAndStatus: Story = {
  parameters: scene(
    ['云端与坐席状态', '被设为示忙、被强制下线，再重新上线；被拒绝的操作会说明原因。'],
    ['Cloud and status', 'Set to not ready, forced offline, online again; what is refused says why.'],
  ),
  async play(context) {
    const { canvas, step } = context;
    const { simulator: text } = words(context);
    const status = (wanted: string) =>
      eventually(() => expect(canvas.getByTestId('agent-status').dataset['status']).toBe(wanted));
    const simulator = await ready();
    await status('free');

    await step('set to not ready: no call is assigned, and the reason is shown', async () => {
      await press(context, text.setBusy);
      await status('notReady');
      await press(context, text.kinds.phone);
      await expect(await canvas.findByText(/agent is notReady/)).toBeVisible();
      await expect(simulator.sessions).toHaveLength(0);
    });

    await step('forced offline, and online again', async () => {
      await press(context, text.forceOffline);
      await status('offline');
      await press(context, text.online);
      await status('free');
      const changes = simulator.events.filter(({ name }) => name === 'statusChanged').length;
      await eventually(() =>
        expect(document.querySelectorAll('[data-event=statusChanged]')).toHaveLength(changes),
      );
    });
  },
};

/** Each kind of session, one after the other, and a transfer from a colleague. */
export const EveryKind: Story = {
  parameters: scene(
    ['各类会话', '电话、在线会话、网络语音、视频、内线，以及同事转入。'],
    ['Every kind', 'Phone, chat, VoIP, video and internal sessions, and a transfer from a colleague.'],
  ),
  async play(context) {
    const { simulator: text } = words(context);
    const simulator = await ready();
    for (const kind of ['phone', 'im', 'voip', 'video', 'internal'] as const) {
      await eventually(() => expect(simulator.agent.status).toBe('free'));
      await press(context, text.kinds[kind]);
      await eventually(() => expect(simulator.sessions.at(-1)).toMatchObject({ kind, state: 'offered' }));
      await press(context, text.hangUp);
      await eventually(() => expect(simulator.sessions.at(-1)).toMatchObject({ kind, state: 'ended' }));
      await press(context, text.done);
      await eventually(() => expect(simulator.sessions).toHaveLength(0));
    }
    await press(context, text.transferIn);
    await eventually(() => expect(simulator.sessions.at(-1)?.state).toBe('offered'));
    const rings = simulator.events.filter(({ name }) => name === 'callIn');
    await eventually(() =>
      expect(document.querySelectorAll('[data-event=callIn]')).toHaveLength(rings.length),
    );
    await expect(rings).toHaveLength(6);
  },
};
