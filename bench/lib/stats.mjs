/**
 * @typedef {{ n: number, p25: number, p50: number, p75: number }} Quartiles
 */

/**
 * @param {readonly number[]} sorted
 * @param {number} share
 */
function quantile(sorted, share) {
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? NaN;
  const above = sorted[Math.ceil(at)] ?? NaN;
  return below + (above - below) * (at - Math.floor(at));
}

/** @param {number} value */
export const round = (value) => Number(value.toPrecision(4));

/**
 * @param {readonly number[]} values
 * @returns {Quartiles}
 */
export function quartiles(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const of = (/** @type {number} */ share) => round(quantile(sorted, share));
  return { n: sorted.length, p25: of(0.25), p50: of(0.5), p75: of(0.75) };
}

/**
 * The ratio of two interleaved rows: of their medians, and the quartiles of the ratios round by round.
 *
 * @param {readonly number[]} values
 * @param {readonly number[]} base of the same rounds
 */
export function ratio(values, base) {
  const rounds = quartiles(values.map((value, index) => value / (base[index] ?? NaN)));
  return { ofMedians: round(quartiles(values).p50 / quartiles(base).p50), p25: rounds.p25, p75: rounds.p75 };
}

/**
 * Slope of the straight line that fits best.
 *
 * @param {readonly { x: number, y: number }[]} points
 */
export function slope(points) {
  const mean = (/** @type {(point: { x: number, y: number }) => number} */ pick) =>
    points.reduce((sum, point) => sum + pick(point), 0) / points.length;
  const x = mean((point) => point.x);
  const y = mean((point) => point.y);
  const over = points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0);
  return round(over / points.reduce((sum, point) => sum + (point.x - x) ** 2, 0));
}
