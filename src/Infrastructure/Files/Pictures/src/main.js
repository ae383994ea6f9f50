// One picture from standard input; a line of JSON, then the photo and its thumbnail, to standard output.
// Everything is encoded anew: what was hidden in the file (place, device, another format) does not survive.
import sharp from 'sharp';

const MAX_PIXELS = 50_000_000;
const PHOTO_SIDE = Number(process.argv[2] ?? 1600);
const THUMBNAIL_SIDE = 320;
const READABLE = new Set(['jpeg', 'png', 'webp', 'gif', 'heif']);

sharp.cache(false);
sharp.concurrency(1);

async function main() {
  const chunks = [];
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
  }

  const picture = sharp(Buffer.concat(chunks), { limitInputPixels: MAX_PIXELS, failOn: 'error', animated: false });
  const { format } = await picture.metadata();
  if (!READABLE.has(format)) {
    throw new Error('unsupported image format');
  }

  const upright = picture.rotate().flatten({ background: '#ffffff' });
  const photo = await within(upright, PHOTO_SIDE).jpeg({ quality: 82, progressive: true }).toBuffer({ resolveWithObject: true });
  const thumbnail = await within(upright, THUMBNAIL_SIDE).webp({ quality: 76 }).toBuffer();
  answer({ width: photo.info.width, height: photo.info.height, photo: photo.data.length, thumbnail: thumbnail.length }, photo.data, thumbnail);
}

function within(picture, side) {
  return picture.clone().resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true }).toColourspace('srgb');
}

function answer(head, ...parts) {
  process.stdout.write(Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...parts]));
}

main().catch((error) => answer({ error: /pixel limit/i.test(error.message) ? 'too_many_pixels' : 'unreadable' }));
