/**
 * Starts to count the work of a page's main thread.
 *
 * @param {import('playwright').Page} page
 */
export async function watchWork(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return {
    /** What it has worked so far, in ms of processor time. */
    async read() {
      const { metrics } = await session.send('Performance.getMetrics');
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
    },
    collectGarbage: () => session.send('HeapProfiler.collectGarbage'),
    stop: () => session.detach(),
  };
}
