// The server's HTTP interface, and the event stream in which an answer arrives.

/** The server said no, or said that it failed; the message is for a person. */
export class ApiError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** The line broke: nothing is known of what the server has done, so a question may be sent again under its message id. */
export class ConnectionLost extends Error {
  constructor() {
    super('The connection to SurvBot was lost.');
  }
}

// The server says something at least every few seconds, if only a comment; a silent line is a dead one.
const silence = 45_000;

const root = new URL('api/v1/', import.meta.url);

export class Api {
  #credentials;

  constructor(credentials) {
    this.#credentials = credentials;
  }

  start() {
    return this.#json('GET', 'start');
  }

  async conversations() {
    return (await this.#json('GET', 'conversations')).conversations;
  }

  conversation(id) {
    return this.#json('GET', `conversations/${encodeURIComponent(id)}`);
  }

  async deleteConversation(id) {
    await this.#send('DELETE', `conversations/${encodeURIComponent(id)}`);
  }

  async deleteAllConversations() {
    await this.#send('DELETE', 'conversations');
  }

  async sendFeedback(reply, verdict, reason) {
    await this.#send('POST', `replies/${encodeURIComponent(reply)}/feedback`, { body: { verdict, reason } });
  }

  /** Asks, and yields the events {name, data} of the answer. Asking again under the same message id attaches to the same answer. */
  async *ask(question, signal) {
    const watch = new Watchdog(silence, signal);
    try {
      const response = await this.#send('POST', 'ask', { body: question, accept: 'text/event-stream', signal: watch.signal });
      for await (const event of eventsIn(response.body, () => watch.pat())) {
        if (event.name === 'error')
          throw new ApiError(response.status, event.data.message);
        yield event;
        if (event.name === 'reply')
          return;
      }
    } catch (error) {
      if (error instanceof ApiError || signal.aborted)
        throw error;
      throw new ConnectionLost();
    } finally {
      watch.end();
    }
    throw new ConnectionLost();
  }

  async #json(method, path) {
    const response = await this.#send(method, path);
    try {
      return await response.json();
    } catch {
      throw new ConnectionLost();
    }
  }

  async #send(method, path, { body, accept = 'application/json', signal } = {}) {
    const token = this.#credentials.token;
    const response = await fetch(new URL(path, root), {
      method,
      signal,
      headers: { ...this.#credentials.headers, Accept: accept, ...body && { 'Content-Type': 'application/json' } },
      body: body && JSON.stringify(body),
    }).catch(error => {
      throw signal?.aborted ? error : new ConnectionLost();
    });
    if (response.ok)
      return response;
    if (response.status === 401 && await this.#credentials.renew(token))
      return await this.#send(method, path, { body, accept, signal });
    throw await refusal(response);
  }
}

/** Aborts when the line has been silent for too long, or when the outer signal says so. */
class Watchdog {
  #controller = new AbortController();
  #timer = 0;
  #milliseconds;

  constructor(milliseconds, outer) {
    this.#milliseconds = milliseconds;
    this.signal = AbortSignal.any([outer, this.#controller.signal]);
  }

  pat() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#controller.abort(), this.#milliseconds);
  }

  end() {
    clearTimeout(this.#timer);
  }
}

/** The events of a stream whose data is JSON; heard is called for every piece that arrives, also for mere comments. */
export async function* eventsIn(stream, heard) {
  const decoder = new TextDecoder();
  let name = '';
  let data = [];
  let rest = '';
  heard();
  for await (const piece of piecesOf(stream)) {
    heard();
    const lines = (rest + decoder.decode(piece, { stream: true })).split(/\r?\n/);
    rest = lines.pop();
    for (const line of lines) {
      if (line.startsWith('event:')) {
        name = line.slice('event:'.length).trim();
      } else if (line.startsWith('data:')) {
        data.push(line.slice('data:'.length));
      } else if (line === '') {
        if (data.length > 0)
          yield { name, data: JSON.parse(data.join('\n')) };
        name = '';
        data = [];
      }
    }
  }
}

// Not every browser can iterate over a stream itself.
async function* piecesOf(stream) {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done)
        return;
      yield value;
    }
  } finally {
    reader.cancel().catch(() => { /* A line that is already broken needs no closing. */ });
  }
}

async function refusal(response) {
  const { error } = await response.json().catch(() => ({}));
  const wait = error?.retryAfterSeconds;
  const usual = {
    401: 'This SurvBot needs an access token.',
    404: 'This conversation is not there any more.',
    413: 'That question is too long.',
    429: `That was a lot of questions at once. Please try again ${wait ? `in ${wait} seconds` : 'in a while'}.`,
    503: `SurvBot is busy. Please try again ${wait ? `in ${wait} seconds` : 'in a while'}.`,
  };
  return new ApiError(response.status, error?.message ?? usual[response.status] ?? 'Something went wrong at SurvBot.');
}
