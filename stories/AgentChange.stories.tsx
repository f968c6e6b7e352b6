import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';

import { AgentDemo } from './demo/agents/AgentDemo.js';
import { page, scene } from './demo/docs/page.js';
import { useMessages } from './demo/messages/index.js';
import { eventually, ready, status, words } from './demo/testing.js';
import { Stage } from './demo/ui.js';

const meta = {
  title: 'Agent change',
  parameters: page({
    heading: ['更换坐席', 'Agent change'],
    about: [
      '共用电脑换班时，agentKey 随登录用户变化，旧坐席先下线，新坐席再用新凭证连接。',
      'Shifts change at a shared desk: agentKey follows whoever is signed in, the agent before is taken offline, then the next one connects with a fresh token.',
    ],
    frame: 600,
  }),
  render: () => <Page />,
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

function Page() {
  const { agents } = useMessages();
  return (
    <Stage title={agents.title} intro={agents.intro}>
      <AgentDemo />
    </Stage>
  );
}

/** One agent leaves, the next one comes, and then nobody. */
export const Swap: Story = {
  parameters: scene(
    ['换班', '一位坐席离开，下一位登录，然后无人登录。'],
    ['Swap', 'One agent leaves, the next one signs in, and then nobody.'],
  ),
  async play(context) {
    const { canvas, step } = context;
    const { agents } = words(context);
    const choose = (name: string) => userEvent.click(canvas.getByRole('radio', { name }));
    const account = () => canvas.getByTestId('account').textContent;
    await status(canvas, 'ready');
    const simulator = await ready();
    await eventually(() => expect(account()).toBe('anna@example.com'));
    const offline = () => simulator.calls.filter(({ method }) => method === 'Agent.offline').length;

    await step(
      'from the render of the change on there is no connection; then one of the new agent',
      async () => {
        await choose(agents.names.ben);
        await expect(canvas.getByTestId('status').dataset['status']).not.toBe('ready');
        await expect(account()).toBe(agents.accountNone);
        await status(canvas, 'ready');
        await eventually(() => expect(account()).toBe('ben@example.com'));
        await expect(offline()).toBe(1);
      },
    );

    await step('nobody signed in: disconnected, and no connect', async () => {
      await choose(agents.nobody);
      await status(canvas, 'idle');
      await eventually(() => expect('tccc' in window).toBe(false));
      await expect(offline()).toBe(2);
    });

    await step('signed in again: a fresh connection', async () => {
      await choose(agents.names.anna);
      await status(canvas, 'ready');
      await eventually(() => expect(account()).toBe('anna@example.com'));
    });
  },
};
