import { expect, test } from '@playwright/test';

test('debug information brings inlined functions back, a higher rate brings nothing', async ({
  page,
}) => {
  await page.goto('/en/lessons/3-1-principles/');
  const patient = page.locator('symbol-doctor [data-patient="names"]');
  await patient.getByRole('radio').first().press('ArrowDown');
  await expect(patient.getByText('No change.')).toBeVisible();
  await expect(patient.locator('figure:visible')).toHaveAttribute(
    'data-picture',
    'symbols-stripped',
  );
  await patient.getByRole('radio', { name: 'Keep the debug information too' }).check();
  await expect(patient.getByText('Inlined functions are drawn as frames')).toBeVisible();
  await expect(patient.locator('figure:visible')).toHaveAttribute(
    'data-picture',
    'symbols-inlined',
  );
});

test('every caller comes back with unwind tables', async ({ page }) => {
  await page.goto('/zh/lessons/3-1-principles/');
  const patient = page.locator('symbol-doctor [data-patient="callers"]');
  await patient.getByRole('radio', { name: '--call-graph dwarf' }).check();
  await expect(patient.getByText('治好了。')).toBeVisible();
  await expect(patient.locator('figure:visible')).toHaveAttribute('data-picture', 'stacks-dwarf');
});
