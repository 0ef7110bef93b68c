// What every request carries: the browser's id and, on a server that asks for one, an access token.

import { userId } from './identity.js';

const key = 'survbot-token';

export class Credentials {
  #user = userId();
  #token = null;
  #dialog;
  #asking = null;

  constructor(dialog) {
    this.#dialog = dialog;
    try { this.#token = sessionStorage.getItem(key); } catch { /* Without storage the token lasts as long as the page. */ }
  }

  /** The token that requests are sent with now; hand it to renew when the server refuses it. */
  get token() {
    return this.#token;
  }

  get headers() {
    return { 'X-SurvBot-User': this.#user, ...this.#token && { Authorization: `Bearer ${this.#token}` } };
  }

  /** Asks the reader for a token in place of the refused one. True when there is another; several requests share one form. */
  async renew(refused) {
    if (this.#token !== refused)
      return true;
    this.#asking ??= this.#ask(refused !== null).finally(() => { this.#asking = null; });
    return await this.#asking;
  }

  #ask(wasRefused) {
    const input = this.#dialog.querySelector('input');
    const text = this.#dialog.querySelector('p');
    input.value = '';
    if (wasRefused)
      text.textContent = 'That token was not accepted. Please check it and enter it again.';
    return new Promise(resolve => {
      this.#dialog.addEventListener('close', () => {
        const given = this.#dialog.returnValue === 'given' ? input.value.trim() : '';
        if (given)
          this.#remember(given);
        resolve(given !== '');
      }, { once: true });
      this.#dialog.returnValue = '';
      this.#dialog.showModal();
      input.focus();
    });
  }

  #remember(token) {
    this.#token = token;
    try { sessionStorage.setItem(key, token); } catch { /* see the constructor */ }
  }
}
