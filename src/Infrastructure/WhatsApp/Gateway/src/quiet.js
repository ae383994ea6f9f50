// libsignal reports through console.* and prints private keys and ratchet state while doing so.
// This module is imported before everything else, so nothing can write to the terminal by accident.
const silent = () => {};

for (const method of /** @type {const} */ (['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'table'])) {
  console[method] = silent;
}
