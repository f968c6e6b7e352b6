import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';

import { CallDemo } from './demo/calls/CallDemo.js';
import { sourceOf } from './demo/docs/source.js';
import { messagesOf, toLocale, useMessages } from './demo/messages/index.js';
import { eventually, ready } from './demo/testing.js';
import { Stage } from './demo/ui.js';
import { InboundCall } from './examples/InboundCall.js';
import source from './examples/InboundCall.tsx?raw';

const meta = {
  title: 'Inbound call',
  parameters: {
    docs: {
      heading: { 'zh-CN': '接听来电', 'en-US': 'Inbound call' },
      about: {
        'zh-CN': '写在 useTCCC、useTCCCEvent 和 callSdk 之上的最小来电组件，复制即可用；文字由 text 传入。',
        'en-US':
          'The smallest useful component for inbound calls on useTCCC, useTCCCEvent and callSdk. Copy it; its words come in by text.',
      },
      source: sourceOf(source),
      frame: 400,
    },
  },
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

const state = () => document.querySelector<HTMLElement>('.call')?.dataset['state'];

/** A call comes in and is answered; then the customer hangs up. */
export const Answered: Story = {
  parameters: {
    docs: {
      scene: {
        'zh-CN': { name: '接听', text: '来电振铃，接听，客户挂断。' },
        'en-US': { name: 'Answered', text: 'A call rings and is answered; then the customer hangs up.' },
      },
    },
  },
  render: () => <Page />,
  async play({ canvas, globals }) {
    const { inbound, simulator: text } = messagesOf(toLocale(globals['locale']));
    const simulator = await ready();
    await eventually(() => expect(state()).toBe('waiting'));
    await userEvent.click(canvas.getByRole('button', { name: text.kinds.phone }));
    await eventually(() => expect(state()).toBe('ringing'));
    await expect(document.querySelector('.call-number')).toHaveTextContent(/^0086\d+$/);

    await userEvent.click(canvas.getByRole('button', { name: inbound.answer }));
    await eventually(() => expect(state()).toBe('talking'));
    await expect(simulator.agent.status).toBe('busy');

    await userEvent.click(canvas.getByRole('button', { name: text.hangUp }));
    await eventually(() => expect(state()).toBe('waiting'));
    await expect(simulator.sessions.at(-1)).toMatchObject({ state: 'ended', closeBy: 'client' });
  },
};

/** The agent hangs up. */
export const HungUpByAgent: Story = {
  parameters: {
    docs: {
      scene: {
        'zh-CN': { name: '坐席挂断', text: '接听之后由坐席挂断。' },
        'en-US': { name: 'Hung up by the agent', text: 'Answered, and then the agent hangs up.' },
      },
    },
  },
  render: () => <Page />,
  async play({ canvas, globals }) {
    const { inbound } = messagesOf(toLocale(globals['locale']));
    const simulator = await ready();
    simulator.ring();
    await userEvent.click(await canvas.findByRole('button', { name: inbound.answer }));
    await userEvent.click(await canvas.findByRole('button', { name: inbound.hangUp }));
    await eventually(() => expect(state()).toBe('waiting'));
    await expect(simulator.sessions.at(-1)).toMatchObject({ state: 'ended', closeBy: 'seat' });
  },
};

/** Not answered in time, the call goes to another agent and leaves the screen. */
export const Missed: Story = {
  parameters: {
    docs: {
      scene: {
        'zh-CN': { name: '未接听', text: '超时未接，来电转给其他坐席，并从屏幕上消失。' },
        'en-US': {
          name: 'Missed',
          text: 'Not answered in time, the call goes to another agent and leaves the screen.',
        },
      },
    },
  },
  render: () => <Page />,
  async play() {
    const simulator = await ready();
    simulator.ring({ timeout: 1 });
    await eventually(() => expect(state()).toBe('ringing'));
    await eventually(() => expect(state()).toBe('waiting'));
    await expect(simulator.sessions.at(-1)?.state).toBe('lost');
  },
};
