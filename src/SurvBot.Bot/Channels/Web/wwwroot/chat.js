// The page: which conversation is open, and what its parts do for each other.

import { Api } from './api.js';
import { Composer } from './composer.js';
import { Conversations } from './conversations.js';
import { Credentials } from './credentials.js';
import { element } from './dom.js';
import { newId } from './identity.js';
import { SourcePopover } from './popover.js';
import { questionChips } from './reply-renderer.js';
import { counted, failureLine, Turn } from './turn.js';

const thread = document.getElementById('thread');
const announcer = document.getElementById('announcer');

const api = new Api(new Credentials(document.getElementById('sign-in')));
const popover = new SourcePopover(document.getElementById('source-card'));
const composer = new Composer(document.getElementById('composer'), ask, () => running?.stop());
const conversations = new Conversations(document.getElementById('history'), api, id => {
  if (id === null || id === openId)
    location.hash = '#/';
  // The button that was pressed is gone with its line.
  composer.focus();
});

/** The open conversation, or null on the start page. */
let openId = null;
/** The turn that is being answered. */
let running = null;

// One answer at a time: while one is on its way, no other begins.
const page = { api, popover, announce, ask, retry: turn => { if (!running) run(turn); } };

document.getElementById('skip').addEventListener('click', () => composer.focusAlways());
addEventListener('hashchange', route);
route();
conversations.refresh();

/** The address says what is open, so that reloading and going back lead to the same conversation. */
function route() {
  const id = location.hash.match(/^#\/c\/([\w-]+)$/)?.[1] ?? null;
  leave(id);
  if (id)
    openConversation(id);
  else
    showStart();
  composer.focus();
}

function leave(next) {
  running?.leave();
  openId = next;
  conversations.current = next;
  document.title = 'SurvBot';
  thread.replaceChildren();
}

async function openConversation(id) {
  try {
    const { title, turns } = await api.conversation(id);
    if (openId !== id)
      return;
    document.title = `${title} – SurvBot`;
    for (const { message, question, reply } of turns) {
      const turn = addTurn(message, question);
      if (reply)
        turn.show(reply);
      else
        run(turn);
    }
    thread.scrollTop = thread.scrollHeight;
  } catch (error) {
    if (openId === id)
      thread.replaceChildren(failureLine(error.message, route));
  }
}

async function showStart() {
  const about = element('p', { class: 'about' }, 'SurvBot answers questions about AI surveillance from news articles, and shows the exact words it relies on.');
  const start = element('section', { class: 'start' }, element('h2', {}, 'What would you like to know?'), about);
  thread.replaceChildren(start);
  try {
    const { questions, articles, newest } = await api.start();
    about.append(' ', element('span', { class: 'freshness' }, freshness(articles, newest)));
    if (questions.length > 0)
      start.append(element('h3', {}, 'For example'), questionChips(questions, ask));
  } catch (error) {
    start.append(failureLine(error.message, () => openId === null && showStart()));
  }
}

function freshness(articles, newest) {
  if (articles === 0)
    return 'It has not read any articles yet.';
  // A date is not broken over two lines.
  const latest = newest ? `, the newest of ${newest.replaceAll(' ', '\u00a0')}` : '';
  return `It has read ${counted(articles, 'article')}${latest}.`;
}

function ask(question) {
  if (running)
    return;
  if (openId === null) {
    leave(newId());
    history.pushState(null, '', `#/c/${openId}`);
    document.title = `${question} – SurvBot`;
  }
  const turn = addTurn(newId(), question);
  run(turn);
  // The question goes to the top, and its reply grows into the free space below without moving anything.
  turn.element.scrollIntoView({ block: 'start' });
  composer.focus();
}

function addTurn(message, question) {
  const turn = new Turn({ question, conversation: openId, message }, page);
  thread.append(turn.element);
  return turn;
}

async function run(turn) {
  running = turn;
  composer.running = true;
  await turn.answer(() => conversations.refresh());
  // Another turn may have begun since this one was left.
  if (running === turn) {
    running = null;
    composer.running = false;
  }
}

function announce(text) {
  announcer.textContent = text;
}
