// `!important` on :host: a rule of the page such as `body > *` must not pull the interface apart.
const CSS = `
:host {
  all: initial !important;
  position: fixed !important;
  right: 24px !important;
  bottom: 24px !important;
  z-index: 9999 !important;
  color-scheme: light;
}
:host([hidden]), [hidden] { display: none !important; }
aside {
  display: flex; flex-direction: column; align-items: flex-end; gap: 12px;
  font: 14px/1.5 system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', sans-serif;
  color: #1d2129;
}
button, input, select { font: inherit; color: inherit; }
button {
  border: 1px solid #8a919f; border-radius: 6px; padding: 3px 10px; background: #fff; cursor: pointer;
}
button:hover { background: #f0f3f9; }
button:focus-visible, input:focus-visible, select:focus-visible { outline: 2px solid #0052d9; outline-offset: 2px; }
.float {
  position: relative; width: 52px; height: 52px; padding: 0; border: 0; border-radius: 50%;
  background: #0052d9; color: #fff; box-shadow: 0 4px 14px rgb(0 0 0 / 28%);
}
.float:hover { background: #003cab; }
.float svg { width: 24px; height: 24px; fill: currentColor; vertical-align: middle; }
.badge {
  position: absolute; top: -2px; right: -2px; min-width: 20px; border-radius: 10px;
  background: #b3202c; color: #fff; font-size: 12px; line-height: 20px; text-align: center;
}
.panel {
  box-sizing: border-box; width: 320px; max-width: calc(100vw - 48px); max-height: calc(100vh - 120px);
  overflow: auto; padding: 14px 16px; border: 1px solid #c9cfdb; border-radius: 12px; background: #fff;
  box-shadow: 0 8px 28px rgb(0 0 0 / 18%);
}
.title { display: flex; align-items: center; gap: 8px; margin: 0 0 12px; font-weight: 600; }
.tag {
  border-radius: 4px; padding: 0 6px; background: #fff3d6; color: #7a4a00; font-size: 12px; font-weight: 400;
}
.row { display: flex; align-items: center; gap: 8px; margin: 0 0 10px; }
.row > label { flex: none; min-width: 64px; }
.row > input, .row > select {
  flex: 1; min-width: 0; padding: 4px 8px; border: 1px solid #8a919f; border-radius: 6px; background: #fff;
}
ul { list-style: none; margin: 0; padding: 0; }
li { padding: 10px 0; border-top: 1px solid #e3e7ef; }
li p { margin: 0 0 6px; overflow-wrap: anywhere; }
.facts { color: #4e5969; font-size: 13px; }
.actions { display: flex; flex-wrap: wrap; gap: 6px; }
.good { border-color: #00703c; background: #00703c; color: #fff; }
.good:hover { background: #00552e; }
.bad { border-color: #b3202c; background: #b3202c; color: #fff; }
.bad:hover { background: #8c1822; }
.none, .message { margin: 0; color: #4e5969; }
.message { color: #b3202c; }
`;

/**
 * Dresses a shadow root by a constructed sheet, which no Content-Security-Policy forbids; where there are
 * none (browsers before 2023) by a style element with the script's nonce.
 */
export function dress(
  window: Window & typeof globalThis,
  shadow: ShadowRoot,
  nonce: string | undefined,
): void {
  if ('adoptedStyleSheets' in shadow && typeof window.CSSStyleSheet.prototype.replaceSync === 'function') {
    const sheet = new window.CSSStyleSheet();
    sheet.replaceSync(CSS);
    shadow.adoptedStyleSheets = [sheet];
    return;
  }
  const style = window.document.createElement('style');
  if (nonce) style.nonce = nonce;
  style.textContent = CSS;
  shadow.append(style);
}
