const storageKey = 'flamewise-digits';

/** Whether the reader has switched the digit keys off (WCAG 2.1.4: single keys can be). */
export function areDigitsOff(): boolean {
  try {
    return localStorage.getItem(storageKey) === 'off';
  } catch {
    return false;
  }
}

export function keepDigits(areOn: boolean): void {
  try {
    if (areOn) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, 'off');
  } catch {
    // Without a storage the keys stay as they are.
  }
}
