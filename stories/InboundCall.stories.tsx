import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';

import { CallDemo } from './demo/calls/CallDemo.js';
import { page, scene } from './demo/docs/page.js';
import { useMessages } from './demo/messages/index.js';
import { data, press, ready, words } from './demo/testing.js';
import { Stage } from './demo/ui.js';
import { InboundCall } from './examples/InboundCall.js';
import source from './examples/InboundCall.tsx?raw';

const meta = {
  title: 'Inbound call',
  parameters: page({
    heading: ['接听来电', 'Inbound call'],
    about: [
      '写在 useTCCC、useTCCCEvent 和 callSdk 之上的最小来电组件，复制即可用；文字由 text 传入。',
      'The smallest useful component for inbound calls on useTCCC, useTCCCEvent and callSdk. Copy it; its words come in by text.',
    ],
    source,
    frame: 400,
  }),
  render: () => <Page />,
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

function Page() {
  const { inbound } = useMessages();
  return (
    <Stage title={inbound.title} intro={inbound.intro}>
      <CallDemo title={inbound.component} groups={['ring', 'customer']}>
        <InboundCall text={inbound} />
      </CallDemo>
    </Stage>
  );
}

const state = (wanted: string) => data('.call', 'state', wanted);

/** A call comes in and is answered; then the customer hangs up. */
export const Answered: Story = {
  parameters: scene(
    ['接听', '来电振铃，接听，客户挂断。'],
    ['Answered', 'A call rings and is answered; then the customer hangs up.'],
  ),
  async play(context) {
    const { inbound, simulator: text } = words(context);
    const simulator = await ready();
    await state('waiting');
    await press(context, text.kinds.phone);
    await state('ringing');
    await expect(document.querySelector('.call-number')).toHaveTextContent(/^0086\d+$/);

    await press(context, inbound.answer);
    await state('talking');
    await expect(simulator.agent.status).toBe('busy');

    await press(context, text.hangUp);
    await state('waiting');
    await expect(simulator.sessions.at(-1)).toMatchObject({ state: 'ended', closeBy: 'client' });
  },
};

/** The agent hangs up. */
export const HungUpByAgent: Story = {
  parameters: scene(
    ['坐席挂断', '接听之后由坐席挂断。'],
    ['Hung up by the agent', 'Answered, and then the agent hangs up.'],
  ),
  async play(context) {
    const { canvas } = context;
    const { inbound } = words(context);
    const simulator = await ready();
    simulator.ring();
    await userEvent.click(await canvas.findByRole('button', { name: inbound.answer }));
    await userEvent.click(await canvas.findByRole('button', { name: inbound.hangUp }));
    await state('waiting');
    await expect(simulator.sessions.at(-1)).toMatchObject({ state: 'ended', closeBy: 'seat' });
  },
};

/** Not answered in time, the call goes to another agent and leaves the screen. */
export const Missed: Story = {
  parameters: scene(
    ['未接听', '超时未接，来电转给其他坐席，并从屏幕上消失。'],
    ['Missed', 'Not answered in time, the call goes to another agent and leaves the screen.'],
  ),
  async play() {
    const simulator = await ready();
    simulator.ring({ timeout: 1 });
    await state('ringing');
    await state('waiting');
    await expect(simulator.sessions.at(-1)?.state).toBe('lost');
  },
};
