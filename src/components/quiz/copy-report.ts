/** Copies what identifies a question, for an issue; where that is not allowed, shows it instead. */
export async function copyReport(button: HTMLElement): Promise<void> {
  const text = `${button.dataset['report'] ?? ''}${location.origin}${location.pathname}`;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = button.dataset['reported'] ?? '';
  } catch {
    button.textContent = text;
  }
}
