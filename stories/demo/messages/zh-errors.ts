import type { Messages } from './types.js';

export const zhErrors: Messages['errors'] = {
  intro: '这一页让一个错误码真实发生一次：看连接怎样应对，应用又从哪里得知。',
  choose: '故障',
  none: '无故障',
  noneText: { when: '后端和脚本一切正常。', then: '大约一秒后就绪。' },
  run: '再来一次',
  provoke: '触发',
  reported: '应用收到的错误',
  reportedEmpty: '还没有。',
  via: {
    onError: 'onError 回调',
    promise: 'Promise 被拒绝',
    boundary: '错误边界捕获',
    useTCCCErrors: '保存在 useTCCCErrors',
  },
  byItself: {
    yes: '自动重试',
    once: '自动重试一次',
    no: '不自动重试',
    'retry-after': '按 Retry-After 重试',
  },
  again: '点“立即重试”，这次故障已排除。',
  stillHeard: (n) => `同一事件的另一个处理函数照常运行：${n} 次`,
  when: '怎么发生',
  then: '接下来',
  scenarios: {
    'token-network': {
      when: '凭证请求没有到达后端：断网、地址错误或跨域被拒。',
      then: '按退避时间自动重试，用完次数后显示失败。',
    },
    'token-timeout': {
      when: '后端在 timeouts.token 内没有给出完整响应（这里设为 0.7 秒）。',
      then: '中止请求并自动重试。',
    },
    'token-http-404': {
      when: '后端返回 404。4xx 是配置错误，重试没有用。',
      then: '立刻失败，details.status 为 404。',
    },
    'token-http-503': {
      when: '后端返回 503，并用 Retry-After 要求 2 秒后再来。',
      then: '照办：倒计时结束后自动连接，不占用尝试次数。',
    },
    'token-unauthorized-401': {
      when: '后端返回 401：网页登录已失效。',
      then: '不重试。让用户重新登录后调用 retry()。',
    },
    'token-unauthorized-login': {
      when: '网关把请求重定向到登录页，得到的是 HTML。',
      then: '同样识别为未登录，不会把 HTML 当成凭证。',
    },
    'token-malformed': {
      when: '后端返回 200，但内容不是 JSON。',
      then: '不重试。响应内容不会出现在错误里。',
    },
    'sdk-url-blocked': {
      when: '凭证里的脚本地址不在 allowedSdkHosts 之内。',
      then: '不发出任何请求，错误信息给出要添加的那一行。',
    },
    'script-load-failed': {
      when: 'script 标签报错：网络、广告拦截或 CSP。',
      then: '移除标签，换新凭证自动重试（地址只能用一次）。',
    },
    'script-timeout': {
      when: '脚本在 timeouts.script 内没有加载完（这里设为 0.7 秒）。',
      then: '移除标签并保证它不再执行，换新凭证重试。',
    },
    'sdk-missing': {
      when: '脚本已执行，但没有留下 window.tccc。',
      then: '换新凭证自动重试。',
    },
    'token-expired': {
      when: 'SDK 登录时发现凭证已过期或已用过。',
      then: '换新凭证自动重试一次。',
    },
    'login-timeout': {
      when: 'SDK 在 timeouts.login 内没有就绪（这里设为 0.8 秒，SDK 要 2.5 秒）。',
      then: '显示失败但不重新插入脚本。稍后 SDK 自己就绪，连接随之恢复。',
    },
    'config-invalid': {
      when: '同时给了 tokenEndpoint 和 fetchToken。',
      then: '渲染时抛出，由错误边界捕获。',
    },
    'provider-missing': {
      when: '在 <TCCCProvider> 之外调用 useTCCC。',
      then: '渲染时抛出，并说明该包住哪里。',
    },
    'provider-conflict': {
      when: '页面里又挂载了另一位坐席的 <TCCCProvider>。',
      then: '只有后来者抛给错误边界，原来的连接不受影响。',
    },
    'handler-failed': {
      when: '应用自己的事件处理函数抛错。',
      then: '报告给 onError，其他处理函数和连接照常。',
    },
    aborted: {
      when: '连接途中调用 disconnect()。',
      then: 'connect() 的 Promise 以 aborted 拒绝，状态回到未连接，不触发 onError。',
    },
    'sdk-call-failed': {
      when: '调用 SDK 方法被拒绝：接听一个不存在的会话。',
      then: 'callSdk 以 TCCCError 拒绝，details.errorMsg 是 SDK 的原话。',
    },
    'sdk-call-timeout': {
      when: 'SDK 在 timeouts.call（这里 0.8 秒）内没有应答 setStatus。',
      then: 'Promise 拒绝。操作仍可能生效，以事件为准。',
    },
    'not-ready': {
      when: '断开连接之后设置状态。',
      then: 'Promise 拒绝，不会调用 SDK。请等到状态为 ready。',
    },
    'action-unavailable': {
      when: '接听一个不存在的会话。',
      then: 'Promise 拒绝，不会调用 SDK。只在 available 为真时提供操作。',
    },
    'session-live': {
      when: '通话进行中调用 disconnect()。',
      then: 'Promise 拒绝，通话照常。请先挂断；退出登录用 disconnect({ force: true })。',
    },
    'malformed-event': {
      when: 'SDK 发来一个没有会话的 callIn。',
      then: '忽略该事件，并在 useTCCCErrors 里记录一次。',
    },
  },
};
