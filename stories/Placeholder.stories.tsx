import type { Meta, StoryObj } from '@storybook/react-vite';

const meta = { title: 'Placeholder', render: () => <p>占位</p> } satisfies Meta;

export default meta;

export const Default: StoryObj<typeof meta> = {};
