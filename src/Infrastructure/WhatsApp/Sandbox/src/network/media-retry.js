import { randomBytes } from 'node:crypto';
import { aesEncryptGCM, hkdf, proto } from 'baileys';
import { child, node } from '../wire/node.js';
import { decodeContent, mediaOf } from './content.js';

const { ResultType } = proto.MediaRetryNotification;

/**
 * A linked device could not download a file and asks the phone to upload it again.
 * @param {{ library: import('../media/library.js').MediaLibrary, faults: import('./faults.js').Faults }} parts
 * @param {import('./device.js').LinkedDevice} device @param {import('../wire/node.js').Node} receipt
 */
export function answerMediaRetry({ library, faults }, device, receipt) {
  const { id, to } = receipt.attrs;
  if (faults.take('phone_off', device.account.number)) {
    return;
  }
  const logged = faults.take('forget_file', device.account.number) ? undefined : device.account.log.find(id);
  const content = logged && mediaOf(decodeContent(logged.content))?.content;
  const directPath = content && library.reupload(content.directPath ?? '');
  const answer = content?.mediaKey && directPath ? sealed(id, content.mediaKey, directPath) : missing();
  device.mailbox.post(node('notification', { from: to, type: 'mediaretry', id }, [node('rmr', child(receipt, 'rmr')?.attrs), answer]));
}

/** @param {string} stanzaId @param {Uint8Array} mediaKey @param {string} directPath */
function sealed(stanzaId, mediaKey, directPath) {
  const plain = proto.MediaRetryNotification.encode({ stanzaId, directPath, result: ResultType.SUCCESS }).finish();
  const key = hkdf(Buffer.from(mediaKey), 32, { info: 'WhatsApp Media Retry Notification' });
  const iv = randomBytes(12);
  const ciphertext = aesEncryptGCM(plain, key, iv, Buffer.from(stanzaId));
  return node('encrypt', {}, [node('enc_p', {}, ciphertext), node('enc_iv', {}, iv)]);
}

function missing() {
  return node('error', { code: `${ResultType.NOT_FOUND}` });
}
