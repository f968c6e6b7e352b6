import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';

import { VendorUiDemo } from './demo/desk/VendorUiDemo.js';
import { page, scene } from './demo/docs/page.js';
import { useMessages } from './demo/messages/index.js';
import { press, ready, words } from './demo/testing.js';
import { Stage } from './demo/ui.js';
import source from './examples/VendorUi.tsx?raw';

const meta = {
  title: 'Workbench',
  parameters: page({
    heading: ['腾讯云自带界面', 'Workbench'],
    about: [
      'useWorkbench 显示和隐藏腾讯云自带的界面，useCallBarButtons 去掉其中不需要的按钮。',
      'useWorkbench shows and hides the interface that the SDK brings; useCallBarButtons takes away buttons of it.',
    ],
    source,
    frame: 560,
  }),
  render: () => <Page />,
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

function Page() {
  const { vendorUi } = useMessages();
  return (
    <Stage title={vendorUi.title} intro={vendorUi.intro}>
      <VendorUiDemo />
    </Stage>
  );
}

/** The vendor's panel opens, without the buttons that this app does not want; all of it goes, and comes back. */
export const ShowAndHide: Story = {
  parameters: scene(
    ['显示与隐藏', '打开自带的工作台，通话中没有“保持”按钮；隐藏全部界面，再显示回来。'],
    [
      'Show and hide',
      'The workbench opens, with no hold button in a call; all of it is hidden, and shown again.',
    ],
  ),
  async play(context) {
    const { canvas, step } = context;
    const { vendorUi: text, desk } = words(context);
    const simulator = await ready();
    const part = (selector: string) =>
      document.querySelector('t3c-sdk')!.shadowRoot!.querySelector<HTMLElement>(selector)!;
    /** Which parts of the vendor's interface can be seen. */
    const seen = (...wanted: string[]) =>
      expect(['.panel', '.float'].filter((one) => part(one).checkVisibility())).toEqual(wanted);
    await canvas.findByText(text.buttons.yes);

    await step('the workbench shows a call, and lacks what was taken away', async () => {
      await seen();
      await press(context, text.showWhat(text.workbench));
      await seen('.panel');
      simulator.agentUi.answer(simulator.ring());
      const buttons = [...part('.panel').querySelectorAll<HTMLElement>('li button')]
        .filter((button) => button.checkVisibility())
        .map(({ textContent }) => textContent);
      await expect(buttons).toEqual([desk.sessions.actions.mute, desk.sessions.actions.hangUp]);
      await expect(canvas.getAllByText(text.gone)).toHaveLength(3);
    });

    await step('the float button comes; all of it goes, and comes back as it was', async () => {
      await press(context, text.showWhat(text.floatButton));
      await seen('.panel', '.float');
      await press(context, text.hideWhat(text.all));
      await seen();
      await press(context, text.showWhat(text.all));
      await seen('.panel', '.float');
      await press(context, text.hideWhat(text.workbench));
      await seen('.float');
      await press(context, text.hideWhat(text.floatButton));
      await seen();
      await press(context, text.showWhat(text.workbench));
      await press(context, text.showWhat(text.floatButton));
    });
  },
};
