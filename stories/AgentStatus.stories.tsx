import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';

import { AgentStatusDemo } from './demo/desk/AgentStatusDemo.js';
import { page, scene } from './demo/docs/page.js';
import { useMessages } from './demo/messages/index.js';
import { data, eventually, press, ready, words } from './demo/testing.js';
import { Stage } from './demo/ui.js';
import source from './examples/AgentStatus.tsx?raw';

const meta = {
  title: 'Agent status',
  parameters: page({
    heading: ['坐席状态', 'Agent status'],
    about: [
      '写在 useAgentStatus 之上的状态组件：当前状态、持续时间、小休原因、预约状态和上下线，复制即可用。',
      'A status component on useAgentStatus: the status, the time in it, breaks with a reason, what is reserved, on- and offline. Copy it; its words come in by text.',
    ],
    source,
    frame: 460,
  }),
  render: () => <Page />,
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

function Page() {
  const { desk } = useMessages();
  return (
    <Stage title={desk.agent.title} intro={desk.agent.intro}>
      <AgentStatusDemo />
    </Stage>
  );
}

const status = (wanted: string) => data('.agent', 'status', wanted);

/** A break with a reason, and back; the clock starts anew with each. */
export const Break: Story = {
  parameters: scene(
    ['小休', '选择原因，开始小休，再回到空闲；每次重新计时。'],
    ['Break', 'A break with a reason, and back; the clock starts anew with each.'],
  ),
  async play(context) {
    const { canvas } = context;
    const { agent } = words(context).desk;
    const simulator = await ready();
    await status('free');
    await userEvent.selectOptions(canvas.getByLabelText(agent.reason), agent.reasons[1]!);
    await press(context, agent.statuses['rest']!);
    await status('rest');
    await expect(simulator.agent).toMatchObject({ status: 'rest', restReason: agent.reasons[1] });
    await eventually(() => expect(document.querySelector('.agent-now time')).toHaveTextContent('0:01'));
    await press(context, agent.statuses['free']!);
    await status('free');
    await expect(document.querySelector('.agent-now time')).toHaveTextContent('0:00');
    await press(context, agent.statuses['rest']!);
    await status('rest');
  },
};

/** Asked for during a call, a status is kept for after it. */
export const Reserved: Story = {
  parameters: scene(
    ['通话中预约', '通话中选择小休，通话结束后生效。'],
    ['Reserved', 'A break asked for during a call comes after it.'],
  ),
  async play(context) {
    const { canvas } = context;
    const { desk, simulator: text } = words(context);
    const { agent } = desk;
    const simulator = await ready();
    await press(context, text.kinds.phone);
    await press(context, text.accept);
    await status('busy');
    await press(context, agent.statuses['rest']!);
    const note = await canvas.findByText(agent.reserved(agent.statuses['rest']!));
    await expect(simulator.agent).toMatchObject({ status: 'busy', reserved: 'rest' });
    await press(context, text.hangUp);
    await status('rest');
    await expect(note).not.toBeInTheDocument();
  },
};

/** Offline and online by the agent's own hand. */
export const OfflineAndOnline: Story = {
  parameters: scene(
    ['下线与上线', '坐席自己下线，再重新上线。'],
    ['Offline and online', 'The agent signs off, and comes back.'],
  ),
  async play(context) {
    const { canvas } = context;
    const { agent } = words(context).desk;
    await ready();
    await status('free');
    await press(context, agent.offline);
    await status('offline');
    await expect(await canvas.findByText(agent.byApp)).toBeVisible();
    await press(context, agent.online);
    await status('free');
    await expect(canvas.queryByText(agent.byApp)).toBeNull();
  },
};

/** Somebody else takes the agent offline: the app can tell. */
export const TakenOffline: Story = {
  parameters: scene(
    ['被他人下线', '云端强制下线：offlineBy 为 elsewhere，坐席可以重新上线。'],
    [
      'Taken offline elsewhere',
      'Forced offline by the cloud: offlineBy is elsewhere, and the agent may come back.',
    ],
  ),
  async play(context) {
    const { canvas } = context;
    const { desk, simulator: text } = words(context);
    await ready();
    await status('free');
    await press(context, text.forceOffline);
    await status('offline');
    await expect(await canvas.findByText(desk.agent.elsewhere)).toBeVisible();
  },
};
