/** @typedef {import('./stats.mjs').Quartiles} Quartiles */
/** @typedef {ReturnType<typeof import('./stats.mjs').ratio>} Ratio */

/** @param {readonly (readonly (string | number)[])[]} rows the first is the head */
export function table([head = [], ...rows]) {
  const line = (/** @type {readonly (string | number)[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index ? '--:' : '---'))), ...rows.map(line)].join('\n');
}

const digits = (/** @type {number} */ value) => (value >= 100 ? 0 : value >= 10 ? 1 : 2);
export const num = (/** @type {number} */ value) => value.toFixed(digits(Math.abs(value)));
export const spread = (/** @type {Quartiles} */ { p25, p50, p75 }) =>
  `**${num(p50)}** (${num(p25)}–${num(p75)})`;
export const times = (/** @type {Ratio} */ { ofMedians, p25, p75 }) =>
  `**${ofMedians.toFixed(2)}** (${p25.toFixed(2)}–${p75.toFixed(2)})`;
export const count = (/** @type {number} */ value) => value.toLocaleString('en-US');

/**
 * @param {number} value
 * @param {number} most
 */
export const goal = (value, most) => `≤ ${most.toFixed(2)}: ${value <= most ? 'met' : 'missed'}`;
