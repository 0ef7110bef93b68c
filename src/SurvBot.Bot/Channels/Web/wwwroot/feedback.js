// Asks what a reader thinks of a reply: a verdict, then, if the reader likes, why.

import { element } from './dom.js';

const labels = new Map([
  ['helpful', 'Helpful'],
  ['wrongSource', 'Wrong source'],
  ['outOfDate', 'Out of date'],
  ['missing', 'Something is missing'],
]);

const maxReason = 1000;

/** Buttons for the verdicts; send(verdict, reason) is called once and rejects when it could not be noted. */
export function feedbackForm(verdicts, send) {
  const root = element('div', { class: 'feedback', role: 'group', 'aria-label': 'Feedback on this reply' });
  const buttons = verdicts.filter(verdict => labels.has(verdict)).map(verdict =>
    element('button', { type: 'button', 'aria-pressed': 'false', onclick: () => choose(verdict) }, labels.get(verdict)));
  let reasonForm = null;
  root.append(element('div', { class: 'verdicts' }, ...buttons));
  return root;

  function choose(verdict) {
    const wasChosen = reasonForm?.dataset.verdict === verdict;
    reasonForm?.remove();
    reasonForm = wasChosen ? null : openReason(verdict);
    for (const button of buttons)
      button.setAttribute('aria-pressed', String(!wasChosen && button.textContent === labels.get(verdict)));
  }

  function openReason(verdict) {
    const reason = element('input', { type: 'text', maxlength: maxReason, autocomplete: 'off', 'aria-label': 'Reason (optional)', placeholder: 'Say more, if you like' });
    const failure = element('p', { class: 'failure', role: 'alert' });
    const form = element('form', { onsubmit: submit }, reason, element('button', { type: 'submit' }, 'Send'), failure);
    form.dataset.verdict = verdict;
    root.append(form);
    reason.focus();
    return form;

    async function submit(event) {
      event.preventDefault();
      try {
        await send(verdict, reason.value.trim() || undefined);
        const thanks = element('p', { class: 'thanks', role: 'status', tabindex: '-1' }, 'Thanks, noted.');
        root.replaceChildren(thanks);
        thanks.focus();
      } catch (error) {
        failure.textContent = error.message;
        failure.scrollIntoView({ block: 'nearest' });
      }
    }
  }
}
