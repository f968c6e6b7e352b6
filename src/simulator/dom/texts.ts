import type { SimulatorOptions } from '../options.js';

/** The words of the simulated interface. */
export interface Texts {
  title: string;
  simulated: string;
  open: string;
  close: string;
  status: string;
  free: string;
  busy: string;
  arrange: string;
  notReady: string;
  rest: string;
  offline: string;
  number: string;
  dial: string;
  sessions: string;
  none: string;
  phone: string;
  im: string;
  voip: string;
  video: string;
  internal: string;
  offered: string;
  dialing: string;
  connected: string;
  held: string;
  ended: string;
  lost: string;
  transferred: string;
  answer: string;
  reject: string;
  hangUp: string;
  end: string;
  mute: string;
  unmute: string;
  hold: string;
  unhold: string;
  done: string;
}

const ZH: Texts = {
  title: 'TCCC 工作台',
  simulated: '模拟',
  open: '打开工作台（模拟）',
  close: '收起工作台（模拟）',
  status: '坐席状态',
  free: '空闲',
  busy: '忙碌',
  arrange: '话后整理',
  notReady: '示忙',
  rest: '小休',
  offline: '离线',
  number: '电话号码',
  dial: '呼叫',
  sessions: '会话',
  none: '暂无会话',
  phone: '电话',
  im: '在线会话',
  voip: '网络语音',
  video: '视频',
  internal: '内线',
  offered: '振铃中',
  dialing: '呼叫中',
  connected: '会话中',
  held: '已保持',
  ended: '已结束',
  lost: '已转接至其他坐席',
  transferred: '已转出',
  answer: '接听',
  reject: '拒接',
  hangUp: '挂断',
  end: '结束会话',
  mute: '静音',
  unmute: '取消静音',
  hold: '保持',
  unhold: '取消保持',
  done: '完成',
};

// "Busy" is notReady and "In call" is busy: the vendor's own English.
const EN: Texts = {
  title: 'TCCC workbench',
  simulated: 'simulated',
  open: 'Open workbench (simulated)',
  close: 'Close workbench (simulated)',
  status: 'Agent status',
  free: 'Available',
  busy: 'In call',
  arrange: 'After-call work',
  notReady: 'Busy',
  rest: 'On break',
  offline: 'Offline',
  number: 'Phone number',
  dial: 'Call',
  sessions: 'Sessions',
  none: 'No sessions',
  phone: 'Phone',
  im: 'Chat',
  voip: 'VoIP',
  video: 'Video',
  internal: 'Internal',
  offered: 'ringing',
  dialing: 'dialling',
  connected: 'connected',
  held: 'on hold',
  ended: 'ended',
  lost: 'went to another agent',
  transferred: 'transferred',
  answer: 'Answer',
  reject: 'Reject',
  hangUp: 'Hang up',
  end: 'End chat',
  mute: 'Mute',
  unmute: 'Unmute',
  hold: 'Hold',
  unhold: 'Resume',
  done: 'Done',
};

/** The words of a language. */
export function textsOf(locale: SimulatorOptions['locale']): Texts {
  return locale === 'en-US' ? EN : ZH;
}
