import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';

import type { SimulatorMethod } from '../src/simulator/index.js';
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
        'zh-CN':
          '写在 useOutboundCall、useInternalCall、useSkillGroups 和 useActiveSession 之上的拨号组件：备注、主叫号码、呼叫同事，复制即可用；文字由 text 传入，通话中显示的卡片见“会话”。',
        'en-US':
          'A dialler on useOutboundCall, useInternalCall, useSkillGroups and useActiveSession: remark, caller number, colleagues. Copy it; its words come in by text. The card shown during a call is that of “Sessions”.',
      },
      source: sourceOf(source),
      frame: 560,
    },
  },
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;
type Context = Parameters<NonNullable<Story['play']>>[0];

function Page() {
  const { outbound, desk } = useMessages();
  const sim = { readings: { skillGroups: 'promise' }, skillGroups: outbound.skillGroups } as const;
  return (
    <Stage title={outbound.title} intro={outbound.intro}>
      <CallDemo title={outbound.component} groups={['customer']} sim={sim}>
        <OutboundCall text={outbound} card={desk.sessions} />
      </CallDemo>
    </Stage>
  );
}

const words = ({ globals }: Context) => messagesOf(toLocale(globals['locale']));
const card = () => document.querySelector<HTMLElement>('.session');
const state = (wanted: string | undefined) => eventually(() => expect(card()?.dataset['state']).toBe(wanted));
const reason = (wanted: string | undefined) =>
  eventually(() =>
    expect(document.querySelector<HTMLElement>('.dial-reason')?.dataset['reason']).toBe(wanted),
  );
const press = ({ canvas }: Context, name: string) => userEvent.click(canvas.getByRole('button', { name }));
/** What the SDK was given, the last time. */
const given = async (method: SimulatorMethod) =>
  (await ready()).calls.findLast((call) => call.method === method)?.args[0];

/** With a remark, and a number of a skill group: dialled, answered, hung up. After it, the reason why not. */
export const Answered: Story = {
  parameters: {
    docs: {
      scene: {
        'zh-CN': {
          name: '对方接听',
          text: '填写备注，选择技能组的号码，拨号，对方接听，坐席挂断；话后整理时说明为什么不能拨号。',
        },
        'en-US': {
          name: 'Answered',
          text: 'With a remark and a number of a skill group: dialled, answered, hung up. Then it says why no call can be made.',
        },
      },
    },
  },
  render: () => <Page />,
  async play(context) {
    const { canvas, step } = context;
    const { outbound, simulator: text, desk } = words(context);
    const simulator = await ready();
    const [, group] = outbound.skillGroups;

    await step('created is not answered', async () => {
      await userEvent.type(canvas.getByLabelText(outbound.number), '10010');
      await userEvent.type(canvas.getByLabelText(outbound.remark), 'VIP');
      await canvas.findByRole('option', { name: group!.skillGroupName });
      await userEvent.selectOptions(canvas.getByLabelText(outbound.from), group!.skillGroupName);
      await reason(undefined);
      simulator.delay('Call.startOutboundCall', 200);
      await press(context, outbound.call);
      const calling = await canvas.findByRole('button', { name: outbound.calling });
      await expect(calling).toBeDisabled();
      await reason('pending');
      simulator.restore();
      await state('dialing');
      await expect(card()).toHaveTextContent('10010');
      await expect(card()).toHaveTextContent('VIP');
      await expect(await given('Call.startOutboundCall')).toEqual({
        phoneNumber: '10010',
        phoneDesc: 'VIP',
        skillGroupId: group!.skillGroupId,
      });
    });

    await step('answered, and hung up by the agent', async () => {
      await press(context, text.answer);
      await state('connected');
      await press(context, desk.sessions.actions.hangUp);
      await state(undefined);
      await expect(simulator.sessions.at(-1)).toMatchObject({ state: 'ended', closeBy: 'seat' });
    });

    await step('work after the call: no other call for now', async () => {
      await reason('status');
      await expect(canvas.getByRole('button', { name: outbound.call })).toBeDisabled();
      await expect(canvas.getByText(outbound.reasons.status(outbound.statuses['arrange']!))).toBeVisible();
    });
  },
};

/** A colleague is called by account, and does not answer: no screen said "connected". */
export const Colleague: Story = {
  parameters: {
    docs: {
      scene: {
        'zh-CN': { name: '呼叫同事', text: '内线呼叫同事，无人接听：界面从未显示“会话中”。' },
        'en-US': {
          name: 'A colleague',
          text: 'Called by account, and not answered: no screen said “connected”.',
        },
      },
    },
  },
  render: () => <Page />,
  async play(context) {
    const { canvas } = context;
    const { outbound, simulator: text } = words(context);
    await ready();
    const [colleague] = outbound.colleagues;
    await userEvent.click(await canvas.findByLabelText(outbound.colleague));
    await reason(undefined);
    await press(context, outbound.callTo(colleague!.name));
    await state('dialing');
    await expect(card()?.dataset['kind']).toBe('internal');
    await eventually(() => expect(card()?.querySelector('h3')).toHaveTextContent(colleague!.name));
    await expect(await given('Call.startInternalCall')).toEqual({ calleeUserId: colleague!.userId });
    await press(context, text.stayAway);
    await state(undefined);
    await expect(await canvas.findByRole('button', { name: outbound.callTo(colleague!.name) })).toBeEnabled();
  },
};

/** Refused with one caller number, in the cloud's own words; with another it works, and the error is gone. */
export const Refused: Story = {
  parameters: {
    docs: {
      scene: {
        'zh-CN': {
          name: '呼叫被拒绝',
          text: '指定的主叫号码被云端拒绝，界面显示它的原话；重新呼叫成功，错误消失。',
        },
        'en-US': {
          name: 'Refused',
          text: 'The cloud refuses the caller number, in its own words. The next try works, and the error is gone.',
        },
      },
    },
  },
  render: () => <Page />,
  async play(context) {
    const { canvas } = context;
    const { outbound, simulator: text } = words(context);
    const simulator = await ready();
    simulator.fail('Call.startOutboundCall', { errorMsg: 'FailedOperation.NoCallOutNumber', times: 1 });
    const [, number] = outbound.numbers;
    await userEvent.selectOptions(await canvas.findByLabelText(outbound.from), number!);
    await reason(undefined);
    await userEvent.type(canvas.getByLabelText(outbound.number), '10010{Enter}');
    const alert = await canvas.findByRole('alert');
    await expect(alert).toHaveTextContent('FailedOperation.NoCallOutNumber');
    await expect(await given('Call.startOutboundCall')).toEqual({
      phoneNumber: '10010',
      callerPhoneNumber: number,
    });
    await press(context, outbound.call);
    await state('dialing');
    await press(context, text.refuse);
    await state(undefined);
    await expect(canvas.queryByRole('alert')).toBeNull();
  },
};
