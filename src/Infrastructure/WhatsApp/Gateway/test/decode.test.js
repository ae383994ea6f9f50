import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proto } from 'baileys';
import { readMessage } from '../src/decode.js';

const ME = '22890000001@s.whatsapp.net';
const MY_LID = '100000000000001@lid';
const CUSTOMER = '22990000002@s.whatsapp.net';
const CUSTOMER_LID = '200000000000002@lid';
const { Type } = proto.Message.ProtocolMessage;

test('the chat is the address without its device, the other one is what the server states', async () => {
  const byLid = await read({ conversation: 'hi' }, { from: '200000000000002:3@lid', sender_pn: CUSTOMER });
  const byNumber = await read({ conversation: 'hi' }, { from: CUSTOMER, sender_lid: CUSTOMER_LID });

  assert.deepEqual([byLid?.chat, byLid?.chatAlt], [CUSTOMER_LID, CUSTOMER]);
  assert.deepEqual([byNumber?.chat, byNumber?.chatAlt], [CUSTOMER, CUSTOMER_LID]);
});

test('without a statement the stored mapping tells the other address', async () => {
  const message = await read({ conversation: 'hi' }, { from: CUSTOMER_LID });
  assert.equal(message?.chatAlt, 'mapped');
});

test('what the vendor writes elsewhere belongs to the chat of its destination', async () => {
  const message = await read(
    { deviceSentMessage: { destinationJid: CUSTOMER_LID, message: { conversation: 'from my phone' } } },
    { from: '100000000000001:0@lid', recipient: CUSTOMER_LID, peer_recipient_pn: CUSTOMER, notify: 'Awa' },
  );
  assert.deepEqual(message, {
    id: 'M1', chat: CUSTOMER_LID, chatAlt: CUSTOMER, fromMe: true, pushName: null, timestamp: 1700000000, kind: 'text', text: 'from my phone',
  });
});

const VCARD = 'BEGIN:VCARD\nVERSION:3.0\nFN:Ama\nitem1.TEL;waid=22890000002:+228 90 00 00 02\r\nTEL:22 21 00 00\nEND:VCARD';

/** @type {[string, import('baileys').proto.IMessage, object][]} */
const shapes = [
  ['a long text with a quotation', { extendedTextMessage: { text: 'long', contextInfo: { stanzaId: 'Q1' } } }, { kind: 'text', text: 'long', quotedId: 'Q1' }],
  ['a disappearing text', { ephemeralMessage: { message: { conversation: 'soon gone' } } }, { kind: 'text', text: 'soon gone' }],
  ['a chosen button', { buttonsResponseMessage: { selectedDisplayText: 'Yes' } }, { kind: 'text', text: 'Yes' }],
  ['a place', { locationMessage: { degreesLatitude: 6.1, degreesLongitude: 1.2, name: 'Market' } }, { kind: 'location', latitude: 6.1, longitude: 1.2, name: 'Market' }],
  ['a moving place', { liveLocationMessage: { degreesLatitude: 6.1, degreesLongitude: 1.2 } }, { kind: 'live_location', latitude: 6.1, longitude: 1.2 }],
  ['a reaction', { reactionMessage: { key: { id: 'T1' }, text: '👍' } }, { kind: 'reaction', targetId: 'T1', emoji: '👍' }],
  ['a reaction taken back', { reactionMessage: { key: { id: 'T1' }, text: '' } }, { kind: 'reaction', targetId: 'T1', emoji: '' }],
  ['a deletion', { protocolMessage: { type: Type.REVOKE, key: { id: 'T1' } } }, { kind: 'delete', targetId: 'T1' }],
  ['an edit', { protocolMessage: { type: Type.MESSAGE_EDIT, key: { id: 'T1' }, editedMessage: { conversation: 'better' } } }, { kind: 'edit', targetId: 'T1', text: 'better' }],
  ['a wrapped edit', { editedMessage: { message: { protocolMessage: { type: Type.MESSAGE_EDIT, key: { id: 'T1' }, editedMessage: { extendedTextMessage: { text: 'better' } } } } } }, { kind: 'edit', targetId: 'T1', text: 'better' }],
  ['a later point of a moving place', { liveLocationMessage: { degreesLatitude: 6.2, degreesLongitude: 1.2, timeOffset: 60 } }, { kind: 'live_location', latitude: 6.2, longitude: 1.2, update: true }],
  ['a contact', { contactMessage: { displayName: 'Ama', vcard: VCARD } }, { kind: 'contact', name: 'Ama', contacts: [{ name: 'Ama', phones: ['+228 90 00 00 02', '22 21 00 00'] }] }],
  ['several contacts', { contactsArrayMessage: { displayName: '2 contacts', contacts: [{ displayName: 'Ama', vcard: VCARD }, { displayName: 'Bola' }] } },
    { kind: 'contact', name: '2 contacts', contacts: [{ name: 'Ama', phones: ['+228 90 00 00 02', '22 21 00 00'] }, { name: 'Bola', phones: [] }] }],
  ['a poll', { pollCreationMessageV3: { name: 'Which?', options: [{ optionName: 'Bazin' }, { optionName: 'Wax' }] } }, { kind: 'poll', text: 'Which?', options: ['Bazin', 'Wax'] }],
  ['a cart', { orderMessage: { message: 'two please', orderId: 'O1', token: 'VA==', itemCount: 2, totalAmount1000: 5 } },
    { kind: 'order', text: 'two please', order: { id: 'O1', token: 'VA==', count: 2 } }],
  ['an article of the catalogue', { productMessage: { product: { title: 'Bazin riche', retailerId: 'BAZ-1' }, body: 'Is it there?' } }, { kind: 'text', text: 'Is it there?\nBazin riche' }],
  ['a picture to be seen once', { viewOnceMessageV2: { message: { imageMessage: { mediaKey: Buffer.from([2]), directPath: '/v/x' } } } }, { kind: 'image', viewOnce: true }],
  ['a note to be heard once', { audioMessage: { viewOnce: true, mediaKey: Buffer.from([2]) } }, { kind: 'audio', viewOnce: true }],
  ['a text that disappears', { ephemeralMessage: { message: { extendedTextMessage: { text: 'soon gone', contextInfo: { expiration: 86400 } } } } }, { kind: 'text', text: 'soon gone', expires: 86400 }],
  ['an answer to a status post', { extendedTextMessage: { text: 'this one', contextInfo: { stanzaId: 'S1', remoteJid: 'status@broadcast', quotedMessage: { imageMessage: { caption: 'Bazin riche' } } } } },
    { kind: 'text', text: 'this one', quotedId: 'S1', quotedText: 'Bazin riche', quotedStatus: true }],
  ['an answer to an article', { extendedTextMessage: { text: 'this one', contextInfo: { stanzaId: 'P1', quotedMessage: { productMessage: { product: { title: 'Bazin riche', retailerId: 'BAZ-1' } } } } } },
    { kind: 'text', text: 'this one', quotedId: 'P1', quotedText: 'BAZ-1 Bazin riche' }],
  ['something new', { eventMessage: { name: 'party' } }, { kind: 'unsupported' }],
];

for (const [name, message, expected] of shapes) {
  test(`${name} is read`, async () => assert.deepEqual(contentOf(await read(message)), expected));
}

test('a voice note carries what a download needs', async () => {
  const audioMessage = {
    mimetype: 'audio/ogg; codecs=opus', fileLength: 1234, seconds: 4, ptt: true, fileSha256: Buffer.from([1]), mediaKey: Buffer.from([2]),
    directPath: '/v/x', url: 'https://example.org/x', waveform: Buffer.from([3]),
  };
  assert.deepEqual(contentOf(await read({ audioMessage })), {
    kind: 'audio',
    media: {
      kind: 'audio', mime: 'audio/ogg; codecs=opus', bytes: 1234, sha256: 'AQ==', key: 'Ag==', directPath: '/v/x', url: 'https://example.org/x',
      seconds: 4, voice: true, waveform: 'Aw==',
    },
  });
});

test('a document with a caption inside its wrapper is read', async () => {
  const message = await read({ documentWithCaptionMessage: { message: { documentMessage: { caption: 'bill', fileName: 'bill.pdf', fileLength: 9 } } } });
  assert.equal(message?.text, 'bill');
  assert.equal(message?.media?.fileName, 'bill.pdf');
});

/** @type {[string, import('baileys').proto.IMessage, Record<string, string>][]} */
const nothing = [
  ['a key distribution', { senderKeyDistributionMessage: { groupId: 'g' } }, {}],
  ['a history notice', { protocolMessage: { type: Type.HISTORY_SYNC_NOTIFICATION } }, { from: ME, category: 'peer' }],
  ['a poll vote', { pollUpdateMessage: {} }, {}],
  ['a post of the vendor to her status', { deviceSentMessage: { destinationJid: 'status@broadcast', message: { conversation: 'x' } } }, { from: ME }],
  ['a post of the vendor to a group', { deviceSentMessage: { destinationJid: '123@g.us', message: { conversation: 'x' } } }, { from: ME }],
  ['a note of the vendor to herself', { deviceSentMessage: { destinationJid: ME, message: { conversation: 'x' } } }, { from: ME }],
];

for (const [name, message, attrs] of nothing) {
  test(`${name} is nothing for people`, async () => assert.equal(await read(message, attrs), null));
}

test('bytes that are no message are nothing for people', async () => {
  assert.equal(await readMessage({ id: 'M1', from: CUSTOMER, t: '1' }, Buffer.from('ffffffff01', 'hex'), context), null);
});

test('a placeholder sent again by the phone becomes the message itself', async () => {
  const info = proto.WebMessageInfo.encode({ key: { id: 'P1', remoteJid: CUSTOMER_LID, fromMe: false }, message: { conversation: 'found' }, messageTimestamp: 5, pushName: 'Kofi' }).finish();
  const message = await read({ protocolMessage: {
    type: Type.PEER_DATA_OPERATION_REQUEST_RESPONSE_MESSAGE,
    peerDataOperationRequestResponseMessage: { peerDataOperationResult: [{ placeholderMessageResendResponse: { webMessageInfoBytes: info } }] },
  } }, { from: ME, category: 'peer' });

  assert.deepEqual(message, { id: 'P1', chat: CUSTOMER_LID, chatAlt: 'mapped', fromMe: false, pushName: 'Kofi', timestamp: 5, kind: 'text', text: 'found' });
});

/** @type {import('../src/decode.js').Context} */
const context = { me: () => [ME, MY_LID], otherAddress: async () => 'mapped' };

/**
 * @param {import('baileys').proto.IMessage} message
 * @param {Record<string, string>} [attrs]
 */
function read(message, attrs = {}) {
  const plaintext = Buffer.concat([proto.Message.encode(message).finish(), Buffer.from([1])]);
  return readMessage({ id: 'M1', from: CUSTOMER, t: '1700000000', ...attrs }, plaintext, context);
}

/** @param {import('../src/protocol.js').Message | null} message */
function contentOf(message) {
  const { id, chat, chatAlt, fromMe, pushName, timestamp, ...content } = /** @type {import('../src/protocol.js').Message} */ (message);
  return content;
}
