// The box in which a question is written.

const maxLength = 4000;
const nearlyFull = 3600;

export class Composer {
  #form;
  #input;
  #note;
  #send;
  #stop;
  #usualNote;
  #isRunning = false;

  /** submit(question) is called for a question that can be asked, stop() when the reader wants no answer any more. */
  constructor(form, submit, stop) {
    this.#form = form;
    this.#input = form.querySelector('textarea');
    this.#note = form.querySelector('.note');
    this.#usualNote = this.#note.textContent;
    [this.#send, this.#stop] = form.querySelectorAll('.round');
    this.#input.addEventListener('input', () => this.#edited());
    this.#input.addEventListener('keydown', event => {
      // Enter also ends the input of a Japanese or Chinese word; that one is not ours.
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        form.requestSubmit();
      }
    });
    form.addEventListener('submit', event => {
      event.preventDefault();
      this.#submit(submit);
    });
    this.#stop.addEventListener('click', stop);
    this.#edited();
  }

  /** While an answer is on its way the next question can be written, but not sent. */
  set running(value) {
    const hadFocus = this.#form.contains(document.activeElement) || document.activeElement === document.body;
    this.#isRunning = value;
    this.#send.hidden = value;
    this.#stop.hidden = !value;
    if (hadFocus)
      this.focus();
  }

  /** Not on touch screens, where the keyboard would cover the reply. */
  focus() {
    if (matchMedia('(pointer: fine)').matches)
      this.focusAlways();
  }

  focusAlways() {
    this.#input.focus({ preventScroll: true });
  }

  #submit(submit) {
    const question = this.#input.value.trim();
    if (this.#isRunning || question === '' || question.length > maxLength) {
      this.focusAlways();
      return;
    }
    this.#input.value = '';
    this.#edited();
    submit(question);
  }

  #edited() {
    const { length } = this.#input.value.trim();
    const isTooLong = length > maxLength;
    this.#input.setAttribute('aria-invalid', String(isTooLong));
    this.#note.classList.toggle('warning', isTooLong);
    this.#note.textContent =
      isTooLong ? `Please shorten the question: it has ${length.toLocaleString('en')} of at most ${maxLength.toLocaleString('en')} characters.` :
      length > nearlyFull ? `${(maxLength - length).toLocaleString('en')} characters left.` :
      this.#usualNote;
    // The box grows with its text, up to the height that the stylesheet allows.
    this.#input.style.setProperty('height', 'auto');
    this.#input.style.setProperty('height', `${this.#input.scrollHeight}px`);
  }
}
