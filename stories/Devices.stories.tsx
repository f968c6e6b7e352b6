import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';

import { DevicesDemo } from './demo/desk/DevicesDemo.js';
import { MEDIA } from './demo/desk/pretend-media.js';
import { page, scene } from './demo/docs/page.js';
import { useMessages } from './demo/messages/index.js';
import { data, eventually, press, ready, words } from './demo/testing.js';
import { Stage } from './demo/ui.js';
import source from './examples/Devices.tsx?raw';

const meta = {
  title: 'Devices',
  parameters: page({
    heading: ['音频设备', 'Devices'],
    about: [
      '写在 useDevices 之上的设备检查组件：授权状态、麦克风和扬声器，复制即可用。',
      'A check of the devices on useDevices: permission, microphones and speakers. Copy it; its words come in by text.',
    ],
    source,
    frame: 440,
  }),
  render: () => <Page />,
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

function Page() {
  const { desk } = useMessages();
  return (
    <Stage title={desk.devices.title} intro={desk.devices.intro}>
      <DevicesDemo />
    </Stage>
  );
}

const permission = (wanted: string) => data('.devices', 'permission', wanted);

/** Not asked for yet: nameless devices. Once allowed they have names, and a headset shows up by itself. */
export const AskForMicrophone: Story = {
  parameters: scene(
    ['请求麦克风', '未授权时设备没有名称；允许后显示名称；插入耳机立即出现。'],
    ['Ask for the microphone', 'Devices are nameless until it is allowed; a headset shows up at once.'],
  ),
  async play(context) {
    const { canvas } = context;
    const text = words(context).desk.devices;
    await ready();
    await permission('prompt');
    await expect(canvas.getAllByText(text.unnamed(1))).toHaveLength(2);
    await press(context, text.allow);
    await permission('granted');
    await expect(await canvas.findByText('MacBook Pro Microphone')).toBeVisible();
    await expect(canvas.queryByRole('button', { name: text.allow })).toBeNull();
    await press(context, text.plug);
    await eventually(() => expect(canvas.getAllByText('Jabra Evolve2 40')).toHaveLength(2));
    await expect(await canvas.findByText(text.supported)).toBeVisible();
  },
};

/** Each answer that a browser can give. */
export const EachPermission: Story = {
  parameters: scene(
    ['每一种授权状态', '已允许、被禁止、没有设备、被占用、不是 https。'],
    ['Each permission', 'Allowed, blocked, not there, taken by another program, and no https.'],
  ),
  async play(context) {
    const { canvas } = context;
    const text = words(context).desk.devices;
    await ready();
    for (const media of MEDIA.filter((one) => one !== 'real' && one !== 'in-use')) {
      await userEvent.click(canvas.getByRole('radio', { name: text.media[media] }));
      await permission(media);
      await expect(canvas.getByText(text.permissions[media].name)).toBeVisible();
    }
    await userEvent.click(canvas.getByRole('radio', { name: text.media['in-use'] }));
    await permission('granted');
    await press(context, text.test);
    await permission('in-use');
  },
};
