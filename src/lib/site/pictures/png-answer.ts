import sharp from 'sharp';

/** An SVG as a PNG, as the answer of a page that the build writes. */
export async function pngAnswer(svg: string): Promise<Response> {
  const png = await sharp(Buffer.from(svg)).png({ palette: true, compressionLevel: 9 }).toBuffer();
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
}
