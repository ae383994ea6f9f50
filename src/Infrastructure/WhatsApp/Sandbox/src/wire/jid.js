import { jidDecode } from 'baileys';

/** @typedef {'lid' | 'pn'} Form how a person is addressed: by hidden id or by phone number */

const SERVERS = { lid: 'lid', pn: 's.whatsapp.net' };

/** @param {string} jid @returns {{ user: string, device: number, form: Form } | undefined} */
export function parseJid(jid) {
  const decoded = jidDecode(jid);
  if (!decoded || !Object.values(SERVERS).includes(decoded.server)) {
    return undefined;
  }
  return { user: decoded.user, device: decoded.device ?? 0, form: decoded.server === 'lid' ? 'lid' : 'pn' };
}

/** @param {{ number: string, lid: string }} person @param {Form} form @param {number} [device] */
export function jidOf(person, form, device = 0) {
  const user = form === 'lid' ? person.lid : person.number;
  return `${user}${device ? `:${device}` : ''}@${SERVERS[form]}`;
}
