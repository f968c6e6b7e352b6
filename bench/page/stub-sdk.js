// An SDK that emits and does nothing else: no log, no interface, no clock to be measured along with the hooks.
(() => {
  /** @type {Map<string, Set<(payload: unknown) => void>>} */
  const listeners = new Map();
  const emit = (/** @type {string} */ name, /** @type {unknown} */ payload) => {
    for (const listener of listeners.get(name) ?? []) listener(payload);
  };
  const stub = {
    emit,
    on(/** @type {string} */ name, /** @type {(payload: unknown) => void} */ listener) {
      if (!listeners.has(name)) listeners.set(name, new Set());
      listeners.get(name)?.add(listener);
    },
    off(/** @type {string} */ name, /** @type {(payload: unknown) => void} */ listener) {
      listeners.get(name)?.delete(listener);
    },
    listenerCount: () => [...listeners.values()].reduce((count, { size }) => count + size, 0),
    Agent: {
      offline() {
        emit('statusChanged', { status: 'offline' });
      },
    },
    UI: {},
  };
  Object.assign(window, { tccc: stub });
  setTimeout(() => {
    emit('ready', undefined);
  });
})();
