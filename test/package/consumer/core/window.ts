// The library adds nothing to the global scope: an application may declare these itself.
// @ts-expect-error not augmented
void window.tccc;
// @ts-expect-error not augmented
void window.TCCC;
// @ts-expect-error no global either
void tccc;
// @ts-expect-error the simulator's, which this program does not import
void window.__tcccSimulator;

export {};
