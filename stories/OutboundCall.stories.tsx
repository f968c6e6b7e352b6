import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';

import { CallDemo } from './demo/calls/CallDemo.js';
import { sourceOf } from './demo/docs/source.js';
import { messagesOf, toLocale, useMessages } from './demo/messages/index.js';
import { eventually, ready } from './demo/testing.js';
import { Stage } from './demo/ui.js';
import { OutboundCall } from './examples/OutboundCall.js';
import source from './examples/OutboundCall.tsx?raw';

const meta = {
  title: 'Outbound call',
  parameters: {
    docs: {
      heading: { 'zh-CN': '外呼', 'en-US': 'Outbound call' },
      about: {
        'zh-CN': '写在 useTCCC、useTCCCEvent 和 callSdk 之上的最小外呼组件，复制即可用；文字由 text 传入。',
        'en-US':
          'The smallest useful dialler on useTCCC, useTCCCEvent and callSdk. Copy it; its words come in by text.',
      },
      source: sourceOf(source),
      frame: 400,
    },
  },
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

function Page() {
  const { outbound } = useMessages();
  return (
    <Stage title={outbound.title} intro={outbound.intro}>
      <CallDemo title={outbound.component} groups={['customer']}>
        <OutboundCall text={outbound} />
      </CallDemo>
    </Stage>
  );
}

const state = () => document.querySelector<HTMLElement>('.call')?.dataset['state'];

/** Dialled, answered by the customer, hung up by the agent. */
export const Answered: Story = {
  parameters: {
    docs: {
      scene: {
        'zh-CN': { name: '对方接听', text: '拨号，对方接听，坐席挂断。' },
        'en-US': { name: 'Answered', text: 'Dialled, answered by the customer, hung up by the agent.' },
      },
    },
  },
  render: () => <Page />,
  async play({ canvas, globals }) {
    const { outbound, simulator: text } = messagesOf(toLocale(globals['locale']));
    const simulator = await ready();
    await userEvent.type(await canvas.findByLabelText(outbound.number), '10010');
    await userEvent.click(canvas.getByRole('button', { name: outbound.call }));
    await eventually(() => expect(state()).toBe('calling'));
    await expect(document.querySelector('.call-number')).toHaveTextContent('008610010');
    await expect(simulator.sessions.at(-1)?.state).toBe('dialing');

    await userEvent.click(canvas.getByRole('button', { name: text.answer }));
    await eventually(() => expect(state()).toBe('talking'));

    await userEvent.click(canvas.getByRole('button', { name: outbound.hangUp }));
    await eventually(() => expect(state()).toBe('ended'));
    await expect(simulator.sessions.at(-1)).toMatchObject({ state: 'ended', closeBy: 'seat' });
  },
};

/** Nobody answers: the promise had resolved long before, and no screen said "connected". */
export const NotAnswered: Story = {
  parameters: {
    docs: {
      scene: {
        'zh-CN': { name: '无人接听', text: 'Promise 早已成功，但界面从未显示“通话中”。' },
        'en-US': {
          name: 'Not answered',
          text: 'The promise had resolved long before, and no screen said “connected”.',
        },
      },
    },
  },
  render: () => <Page />,
  async play({ canvas, globals }) {
    const { outbound, simulator: text } = messagesOf(toLocale(globals['locale']));
    await ready();
    await userEvent.type(await canvas.findByLabelText(outbound.number), '10010{Enter}');
    await eventually(() => expect(state()).toBe('calling'));
    await userEvent.click(canvas.getByRole('button', { name: text.stayAway }));
    await eventually(() => expect(state()).toBe('ended'));
    await expect(canvas.getByRole('button', { name: outbound.call })).toBeVisible();
  },
};

/** The cloud refuses the call: its own words are shown. */
export const Refused: Story = {
  parameters: {
    docs: {
      scene: {
        'zh-CN': { name: '呼叫被拒绝', text: '云端拒绝这次呼叫，界面显示它的原话。' },
        'en-US': { name: 'Refused', text: 'The cloud refuses the call, and its own words are shown.' },
      },
    },
  },
  render: () => <Page />,
  async play({ canvas, globals }) {
    const { outbound } = messagesOf(toLocale(globals['locale']));
    const simulator = await ready();
    simulator.fail('Call.startOutboundCall', { errorMsg: 'FailedOperation.NoCallOutNumber', times: 1 });
    await userEvent.type(await canvas.findByLabelText(outbound.number), '10010{Enter}');
    await expect(await canvas.findByRole('alert')).toHaveTextContent('FailedOperation.NoCallOutNumber');
    await expect(state()).toBe('idle');
  },
};
