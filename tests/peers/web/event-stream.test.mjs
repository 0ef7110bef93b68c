import assert from 'node:assert/strict';
import { test } from 'node:test';

const { eventsIn } = await import(new URL('../../../src/SurvBot.Bot/Channels/Web/wwwroot/api.js', import.meta.url));

/** The events of a text that arrives in pieces of so many bytes, and how often something was heard. */
async function read(text, pieceLength) {
  const bytes = new TextEncoder().encode(text);
  const pieces = [];
  for (let at = 0; at < bytes.length; at += pieceLength)
    pieces.push(bytes.slice(at, at + pieceLength));
  let heard = 0;
  const events = [];
  for await (const event of eventsIn(ReadableStream.from(pieces), () => heard++))
    events.push(event);
  return { events, heard };
}

const stream = 'event: progress\ndata: {"stage":"waiting"}\n\n: ping\n\nevent: reply\r\ndata: {"id":"1",\r\ndata: "blocks":["€🏙"]}\r\n\r\n';

test('events are the same however the stream is cut', async () => {
  for (const pieceLength of [1, 2, 3, 7, 1000]) {
    const { events } = await read(stream, pieceLength);
    assert.deepEqual(events, [
      { name: 'progress', data: { stage: 'waiting' } },
      { name: 'reply', data: { id: '1', blocks: ['€🏙'] } },
    ], `pieces of ${pieceLength}`);
  }
});

test('an event that is cut off is not one', async () => {
  const { events } = await read('event: text\ndata: {"paragraphs":[]}\n', 1000);
  assert.deepEqual(events, []);
});

test('a mere comment counts as a sign of life', async () => {
  const { events, heard } = await read(': ping\n\n: ping\n\n', 8);
  assert.deepEqual(events, []);
  assert.equal(heard, 3, 'once for the answer and once for each piece');
});
