// libsignal prints private keys with console.*; nothing of that may reach a terminal or a log file.
for (const method of /** @type {const} */ (['debug', 'dir', 'error', 'info', 'log', 'trace', 'warn'])) {
  console[method] = () => {};
}
