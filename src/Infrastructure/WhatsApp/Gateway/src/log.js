/**
 * Diagnostics: one JSON object a line on standard error. Callers pass ids, codes and states only;
 * an error's message may quote a phone number, so only its name, code and place are kept.
 *
 * @param {string} event
 * @param {Record<string, string | number | boolean | null | undefined>} [fields]
 * @param {unknown} [error]
 */
export function log(event, fields = {}, error) {
  const line = { at: new Date().toISOString(), event, ...fields, ...(error ? place(error) : {}) };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

/** @param {unknown} error */
function place(error) {
  if (!(error instanceof Error)) {
    return { error: typeof error };
  }

  const code = /** @type {{ code?: unknown }} */ (error).code;
  const frame = error.stack?.split('\n').find((row) => row.trimStart().startsWith('at '));
  return { error: error.name, code: typeof code === 'string' ? code : undefined, where: frame?.trim() };
}
