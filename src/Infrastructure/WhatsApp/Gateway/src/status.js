/** @typedef {{ id: string, chat: string, code: number, error?: string }} Status `code` counts as WhatsApp does */

const NAMES = /** @type {const} */ ({ 2: 'server', 3: 'delivered', 4: 'read', 5: 'played' });

/**
 * @param {Status} status
 * @returns {{ id: string, chat: string, status: string, code?: number } | null}
 */
export function describeStatus({ id, chat, code, error }) {
  if (error) {
    return { id, chat, status: 'error', code: Number(error) || 0 };
  }

  const status = NAMES[/** @type {keyof typeof NAMES} */ (code)];
  return status ? { id, chat, status } : null;
}
