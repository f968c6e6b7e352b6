import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';

import { ConnectionDemo } from './demo/connection/ConnectionDemo.js';
import { page, scene } from './demo/docs/page.js';
import { FaultPicker } from './demo/errors/FaultPicker.js';
import { useMessages } from './demo/messages/index.js';
import { eventually, press, ready, status, words } from './demo/testing.js';
import { Stage } from './demo/ui.js';

const meta = {
  title: 'Connection',
  parameters: page({
    heading: ['连接', 'Connection'],
    about: [
      '实时查看连接的每一步及其耗时（毫秒），选择任意错误码重现它，然后重试、断开、再连接。',
      'Each step of the connection live, with its time in ms. Choose any error code to provoke it; then retry, disconnect, connect.',
    ],
    frame: 640,
  }),
  render: () => <Page />,
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

function Page({ workbench = false }: { workbench?: boolean }) {
  const { connection } = useMessages();
  return (
    <Stage title={connection.title} intro={workbench ? connection.workbench : connection.intro}>
      {workbench ? (
        <ConnectionDemo agentKey="workbench" showWorkBenchAtFirstLogin onReady={() => undefined} />
      ) : (
        <FaultPicker />
      )}
    </Stage>
  );
}

const secrets = (): string[] =>
  [...document.scripts].filter(({ src }) => src.includes('token=')).map(({ src }) => new URL(src).search);

/** Live steps, and every fault to choose from. */
export const Playground: Story = {
  parameters: scene(
    ['连接与故障', '连接到就绪，遇到断网后倒计时重试，再手动重试、断开、重新连接。'],
    [
      'Playground',
      'Connects, meets a network fault and counts down to the next attempt; then retry, disconnect, connect.',
    ],
  ),
  async play(context) {
    const { canvas, step } = context;
    const { connection, errors } = words(context);
    const find = (selector: string) => document.querySelector<HTMLElement>(selector)!;

    await step('goes from the token over a real script tag to ready, and times each step', async () => {
      await status(canvas, 'ready');
      const requested = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
      await expect(requested.some((path) => path.endsWith('/tccc-token'))).toBe(true);
      await expect(requested.some((path) => path.endsWith('/simulator/sdk.js'))).toBe(true);
      await expect(secrets()).toHaveLength(1);
      for (const name of ['token', 'script', 'login']) {
        await expect(find(`[data-step=${name}]`).dataset['state']).toBe('done');
        await expect(find(`[data-step=${name}] .demo-time`).textContent).toMatch(/^[1-9]\d* ms$/);
      }
    });

    await step('a chosen fault is met at once, with a countdown to the next attempt', async () => {
      await userEvent.selectOptions(canvas.getByRole('combobox', { name: errors.choose }), 'token-network');
      await eventually(() => expect(canvas.getByTestId('countdown').textContent).toMatch(/\d\.\d/));
      await expect(canvas.getByText(connection.lastError)).toBeVisible();
      await status(canvas, 'error');
      await expect(canvas.getByTestId('status').dataset['attempt']).toBe('2');
      await expect(secrets()).toHaveLength(0);
    });

    await step('retry connects, disconnect leaves nothing in the page, connect connects again', async () => {
      await press(context, connection.retry);
      await status(canvas, 'ready');
      await press(context, connection.disconnect);
      await status(canvas, 'idle');
      await eventually(() => expect('tccc' in window).toBe(false));
      await expect(document.querySelector('t3c-sdk')).toBeNull();
      await press(context, connection.connect);
      await status(canvas, 'ready');
    });
  },
};

/** The simulated interface in the page, where the vendor's own would be. */
export const Workbench: Story = {
  parameters: scene(
    ['自带工作台', '模拟器自带的悬浮按钮和工作台，位置与腾讯云界面相同。'],
    ['Workbench', 'The simulated float button and workbench, where the vendor’s own would be.'],
    { framed: true },
  ),
  render: () => <Page workbench />,
  async play({ canvas }) {
    await status(canvas, 'ready');
    const simulator = await ready();
    await expect(simulator.ui).toMatchObject({ visible: true, floatButton: true, workbench: true });
    await expect(document.querySelector('t3c-sdk')!.shadowRoot!.querySelector('aside')).toBeVisible();
  },
};
