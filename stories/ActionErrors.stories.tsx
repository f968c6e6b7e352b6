import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';

import type { TCCCSessionAction } from '../src/index.js';
import { ErrorsDemo } from './demo/desk/ErrorsDemo.js';
import { page, scene } from './demo/docs/page.js';
import { useMessages } from './demo/messages/index.js';
import { type Context, data, eventually, ready, words } from './demo/testing.js';
import { Stage } from './demo/ui.js';
import source from './examples/ErrorBar.tsx?raw';

const meta = {
  title: 'Errors',
  parameters: page({
    heading: ['操作错误', 'Errors'],
    about: [
      '写在 useTCCCErrors 之上的错误栏：任何操作的失败都会自动出现，不需要在按钮里捕获。连接的错误见“错误码”。',
      'A bar on useTCCCErrors: whatever action fails shows up by itself, with no catch in any button. For failures of the connection see “Error codes”.',
    ],
    source,
    frame: 560,
  }),
  render: () => <Page />,
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

function Page() {
  const { desk } = useMessages();
  return (
    <Stage title={desk.errors.title} intro={desk.errors.intro}>
      <ErrorsDemo />
    </Stage>
  );
}

const card = () => document.querySelector<HTMLElement>('.session');
const state = (wanted: string) => data('.session', 'state', wanted);
/** The codes on the bar, newest first. */
const codes = () =>
  [...document.querySelectorAll<HTMLElement>('.errors li')].map(({ dataset }) => dataset['code']);
const shows = (...wanted: string[]) => eventually(() => expect(codes()).toEqual(wanted));

async function press(context: Context, action: TCCCSessionAction): Promise<void> {
  const name = words(context).desk.sessions.actions[action];
  await userEvent.click(await within(card()!).findByRole('button', { name }));
}

/** Hold is refused, a transfer is never answered: both stand on the bar, and go when dismissed. */
export const Bar: Story = {
  parameters: scene(
    ['错误栏', '保持被拒绝，转接无应答，还有一个没有会话的事件；逐个关闭，或全部关闭。'],
    [
      'The bar',
      'Hold is refused, a transfer is never answered, an event names no session; dismissed one by one.',
    ],
  ),
  async play(context) {
    const { canvas, step } = context;
    const { desk } = words(context);
    const { errors, sessions } = desk;
    const simulator = await ready();
    await expect(await canvas.findByText(errors.none)).toBeVisible();
    simulator.ring();
    await state('offered');
    await press(context, 'accept');
    await state('connected');

    await step('hold is refused: the call goes on', async () => {
      await press(context, 'hold');
      await shows('sdk-call-failed');
      await expect(within(card()!).getByRole('alert')).toHaveTextContent('SessionNotInControlState');
      await state('connected');
    });

    await step('a transfer is pending until its time is out', async () => {
      await press(context, 'transfer');
      await userEvent.click(within(card()!).getByRole('button', { name: sessions.targets[0]!.name }));
      await eventually(() => expect(card()!.querySelector('[aria-busy=true]')).not.toBeNull());
      await shows('sdk-call-timeout', 'sdk-call-failed');
      await expect(card()!.querySelector('[aria-busy=true]')).toBeNull();
    });

    await step('an event that names no session', async () => {
      await userEvent.click(canvas.getByRole('button', { name: errors.malformed }));
      await shows('malformed-event', 'sdk-call-timeout', 'sdk-call-failed');
    });

    await step('one is dismissed; the others stay', async () => {
      const [first] = canvas.getAllByRole('button', { name: new RegExp(`^${errors.dismiss}:`) });
      await userEvent.click(first!);
      await shows('sdk-call-timeout', 'sdk-call-failed');
    });
  },
};

/** Mended, the same action succeeds, and its card has no error any more. */
export const Mended: Story = {
  parameters: scene(
    ['修复之后', '关掉故障后再次保持：成功，卡片上的错误消失；错误栏由坐席清空。'],
    [
      'Mended',
      'Without the fault hold succeeds, and the card forgets its error; the bar is emptied by hand.',
    ],
  ),
  async play(context) {
    const { canvas } = context;
    const { errors } = words(context).desk;
    const simulator = await ready();
    await eventually(() => expect(canvas.getByRole('button', { name: errors.malformed })).toBeEnabled());
    simulator.ring();
    await state('offered');
    await press(context, 'accept');
    await state('connected');
    await press(context, 'hold');
    await shows('sdk-call-failed');
    await press(context, 'hold');
    await shows('sdk-call-failed', 'sdk-call-failed');
    await userEvent.click(canvas.getByRole('checkbox', { name: errors.faultNames.hold }));
    await press(context, 'hold');
    await state('held');
    await expect(within(card()!).queryByRole('alert')).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: errors.clear }));
    await shows();
    await expect(await canvas.findByText(errors.none)).toBeVisible();
  },
};
