import { describe, expect, test } from 'vitest';
import { cardSvg, iconSvg } from '../../../../src/lib/site/pictures/flame-picture.ts';
import { profileOf } from '../../../support/profile-of.ts';
import { shareThese } from '../../../support/share-these.ts';

const boxesOf = (svg: string): number => svg.split('M').length - 1;

describe('pictures for link previews and icons', () => {
  test('are drawn from the profile: more frames, more boxes', async () => {
    const small = cardSvg(profileOf('a;b 1'));
    expect(boxesOf(cardSvg(await shareThese()))).toBeGreaterThan(boxesOf(small));
  });

  test('stand alone: no style sheet, no font, no foreign address', async () => {
    for (const svg of [cardSvg(await shareThese()), iconSvg(await shareThese(), 512, 0.1)]) {
      expect(svg).not.toMatch(/var\(|<text|href|font/);
    }
  });

  test('have the size that is asked for', async () => {
    expect(cardSvg(await shareThese())).toContain('width="1200" height="630"');
    expect(iconSvg(await shareThese(), 192, 0.1)).toContain('width="192" height="192"');
  });
});
