/**
 * The bytes as UTF-8 without a byte order mark. UTF-16 (Windows tools write it) is recognised by
 * its mark, or by its zero bytes, and written anew; everything else comes back as it is.
 */
export function asUtf8(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3);
  const encoding = findUtf16(bytes);
  if (encoding === undefined) return bytes;
  return new TextEncoder().encode(new TextDecoder(encoding).decode(bytes));
}

function findUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Without a mark: ASCII in UTF-16 has a zero in every second byte, and in no other.
  const looked = Math.min(bytes.length, 512) & ~1;
  if (looked < 8) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < looked; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const most = (looked / 2) * 0.9;
  if (odd >= most && even === 0) return 'utf-16le';
  return even >= most && odd === 0 ? 'utf-16be' : undefined;
}
