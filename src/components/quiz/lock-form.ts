import { markMoves } from './order-list.ts';

/** After marking the controls of a form can still be read and reached, but are no longer changed. */
export function setLocked(form: HTMLFormElement, isLocked: boolean): void {
  for (const control of form.querySelectorAll('input, select, textarea')) {
    if (isLocked) control.setAttribute('aria-disabled', 'true');
    else control.removeAttribute('aria-disabled');
    if (control instanceof HTMLInputElement && control.type === 'text') control.readOnly = isLocked;
    if (control instanceof HTMLTextAreaElement) control.readOnly = isLocked;
  }
  for (const list of form.querySelectorAll('.quiz-order')) markMoves(list, isLocked);
}
