import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';

import type { SimulatorMethod } from '../src/simulator/index.js';
import { CallDemo } from './demo/calls/CallDemo.js';
import { page, scene } from './demo/docs/page.js';
import { useMessages } from './demo/messages/index.js';
import { data, eventually, press, ready, words } from './demo/testing.js';
import { Stage } from './demo/ui.js';
import { OutboundCall } from './examples/OutboundCall.js';
import source from './examples/OutboundCall.tsx?raw';

const meta = {
  title: 'Outbound call',
  parameters: page({
    heading: ['外呼', 'Outbound call'],
    about: [
      '写在 useOutboundCall、useInternalCall、useSkillGroups 和 useActiveSession 之上的拨号组件：备注、主叫号码、呼叫同事，复制即可用；文字由 text 传入，通话中显示的卡片见“会话”。',
      'A dialler on useOutboundCall, useInternalCall, useSkillGroups and useActiveSession: remark, caller number, colleagues. Copy it; its words come in by text. The card shown during a call is that of “Sessions”.',
    ],
    source,
    frame: 560,
  }),
  render: () => <Page />,
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

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

const card = () => document.querySelector<HTMLElement>('.session');
const state = (wanted: string | undefined) => data('.session', 'state', wanted);
const reason = (wanted: string | undefined) => data('.dial-reason', 'reason', wanted);
/** What the SDK was given, the last time. */
const given = async (method: SimulatorMethod) =>
  (await ready()).calls.findLast((call) => call.method === method)?.args[0];

/** With a remark, and a number of a skill group: dialled, answered, hung up. After it, the reason why not. */
export const Answered: Story = {
  parameters: scene(
    ['对方接听', '填写备注，选择技能组的号码，拨号，对方接听，坐席挂断；话后整理时说明为什么不能拨号。'],
    [
      'Answered',
      'With a remark and a number of a skill group: dialled, answered, hung up. Then it says why no call can be made.',
    ],
  ),
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
  parameters: scene(
    ['呼叫同事', '内线呼叫同事，无人接听：界面从未显示“会话中”。'],
    ['A colleague', 'Called by account, and not answered: no screen said “connected”.'],
  ),
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
  parameters: scene(
    ['呼叫被拒绝', '指定的主叫号码被云端拒绝，界面显示它的原话；重新呼叫成功，错误消失。'],
    [
      'Refused',
      'The cloud refuses the caller number, in its own words. The next try works, and the error is gone.',
    ],
  ),
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
