#!/usr/bin/env node
// drive.mjs - acceptance check of a Slack bot against an offline Slack API emulator.
//   Third party: `emulate` 0.12.2 (vercel-labs, Apache-2.0, npm) does Web API, state, event dispatch and signing.
//   Ours ("shim"): what emulate has not: app_mention, channel_type/authorizations on the envelope, Slack's retry policy,
//   GET for read methods, assistant.threads.*, agents.sessions.*, chat.*Stream, response_url, slash commands, block actions.
// Usage: node drive.mjs --events-url http://127.0.0.1:43978/slack/events [--bot-cmd "node bot.mjs"] [--text "..."]
//   --signing-secret S --bot-token xoxb-.. --port 4003 --timeout 20 --expect REGEX --edge (negative checks) --no-shim --dump
//   --flaky (first chat.startStream and first message of the bot get 429 + Retry-After: 1)
//   --socket (Socket Mode instead of HTTP: apps.connections.open and a WebSocket that sends each event twice in the same envelope and once in another,
//     ends connections with refresh_requested while events flow, and cuts a line) --app-token xapp-..
//   --interactivity-url URL (default: events url with /events -> /interactive) --commands-url URL --keep (stay up)
import { createEmulator, defineEmulator } from "emulate";
import { Store } from "@emulators/core";
import { WebSocketServer } from "ws";
import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";
import { readdirSync, readFileSync } from "node:fs";
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { dirname, join } from "node:path";

const argv = process.argv.slice(2), opt = {};
for (let i = 0; i < argv.length; i++) if (argv[i].startsWith("--"))
  opt[argv[i].slice(2)] = argv[i + 1] && !argv[i + 1].startsWith("--") ? argv[++i] : true;
const SECRET = opt["signing-secret"] ?? "8f742231b10e8888abcd99yyyzzz85a5";
const BOT_TOKEN = opt["bot-token"] ?? "xoxb-000000001-survbot", USER_TOKEN = "xoxp-000000001-alice";
const PORT = Number(opt.port ?? 4003), TIMEOUT = Number(opt.timeout ?? 20) * 1000;
const EVENTS = opt["events-url"] ?? "http://127.0.0.1:43978/slack/events";
const APP = "A000000001", TEAM = "T000000001", BOT = "U00000SURVB", BOT_ID = "B00000SURVB";
const APP_TOKEN = opt["app-token"] ?? "xapp-1-A000000001-1-survbot", socket = !!opt.socket;
const shim = !opt["no-shim"], log = (...a) => console.log("[drive]", ...a);
const sign = (ts, body) => "v0=" + createHmac("sha256", SECRET).update(`v0:${ts}:${body}`).digest("hex");
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
let failed = 0, passed = 0;
const check = (name, ok, extra = "") => { ok ? passed++ : failed++; console.log(`${ok ? "PASS" : "FAIL"} ${name}${extra ? " - " + extra : ""}`); };

// ---- the emulator's Slack plugin (not exported by the package root, so found in its dist folder) ----
const dist = join(dirname(fileURLToPath(import.meta.resolve("emulate"))));
const chunk = readdirSync(dist).find((f) => /^dist-.*\.js$/.test(f) && readFileSync(join(dist, f), "utf8").includes('"/api/chat.postMessage"'));
const { slackPlugin, seedFromConfig, getSlackStore } = await import(join(dist, chunk));
const store = new Store(); let hooks; const apiCalls = [];
const seedCfg = {
  team: { name: "Watchdog Org", domain: "watchdog" }, signing_secret: SECRET, strict_scopes: !!opt["strict-scopes"],
  users: [{ name: "alice", real_name: "Alice", email: "alice@example.org" }],
  oauth_apps: [{ app_id: APP, client_id: "1.2", client_secret: "cs", name: "SurvBot", redirect_uris: ["http://127.0.0.1/slack/oauth"],
    scopes: ["chat:write", "app_mentions:read", "assistant:write", "im:history", "channels:history"], bot_id: BOT_ID, bot_user_id: BOT, bot_name: "survbot" }],
  channels: [{ name: "surveillance" }, { name: "priv", is_private: true }],
  tokens: [{ token: BOT_TOKEN, user_id: BOT, type: "bot", app_id: APP, bot_id: BOT_ID, bot_user_id: BOT }, { token: USER_TOKEN, user: "alice", type: "user" }],
};
const streams = new Map(), badBlocks = [], limited = new Set(); let flaky = 0;
const TYPES = new Set("actions alert card carousel container context context_actions data_table data_visualization divider file header image input markdown plan rich_text section table task_card video".split(" "));
function blockErrors(blocks) {                                       // limits as in docs.slack.dev/reference/block-kit
  const e = [], len = (t) => (t?.text ?? "").length; let md = 0, all = 0, ids = new Set();
  if (!Array.isArray(blocks)) return ["blocks must be an array"];
  if (blocks.length > 50) e.push("no more than 50 items allowed [json-pointer:/blocks]");
  blocks.forEach((x, i) => { const at = `[json-pointer:/blocks/${i}`, max = (n, lim, f) => n > lim && e.push(`must be less than ${lim + 1} characters ${at}${f}]`), cnt = (a, lim, f) => (a?.length ?? 0) > lim && e.push(`no more than ${lim} items allowed ${at}${f}]`);
    if (!TYPES.has(x.type)) e.push(`unsupported type: ${x.type} ${at}/type]`);
    if (x.block_id) { max(x.block_id.length, 255, "/block_id"); ids.has(x.block_id) && e.push(`duplicate block_id ${at}/block_id]`); ids.add(x.block_id); }
    if (x.type === "section") { max(len(x.text), 3000, "/text/text"); cnt(x.fields, 10, "/fields"); x.fields?.forEach((f, j) => max(len(f), 2000, `/fields/${j}/text`)); if (!x.text && !x.fields) e.push(`missing required field: text ${at}]`); if (x.text && !len(x.text)) e.push(`must be more than 0 characters ${at}/text/text]`); }
    if (x.type === "header") { max(len(x.text), 150, "/text/text"); x.text?.type !== "plain_text" && e.push(`must be plain_text ${at}/text/type]`); }
    if (x.type === "context") cnt(x.elements, 10, "/elements"); if (x.type === "actions") cnt(x.elements, 25, "/elements"); if (x.type === "context_actions") cnt(x.elements, 5, "/elements");
    if (x.type === "markdown") { md += (x.text ?? "").length; !x.text && e.push(`missing required field: text ${at}]`); }
    if (x.type === "table") { cnt(x.rows, 100, "/rows"); x.rows?.forEach((r, j) => cnt(r, 20, `/rows/${j}`)); }
    for (const el of x.elements ?? []) { if (el.type === "button") { max(len(el.text), 75, "/elements/text"); max((el.value ?? "").length, 2000, "/elements/value"); max((el.url ?? "").length, 3000, "/elements/url"); } if (el.action_id) max(el.action_id.length, 255, "/elements/action_id"); if (x.type === "context_actions" && !["feedback_buttons", "icon_button"].includes(el.type)) e.push(`unsupported element ${el.type} ${at}/elements]`); }
    all += JSON.stringify(x, (k, v) => (k === "type" ? undefined : v)).length; });
  if (md > 12000) e.push("markdown blocks over 12000 characters together [json-pointer:/blocks]"); if (blocks.map((x) => (typeof x.text === "string" ? x.text.length : len(x.text)) + (x.elements ?? []).reduce((n, y) => n + len(typeof y.text === "object" ? y.text : y), 0)).reduce((a, n) => a + n, 0) > 13000) e.push("msg_blocks_too_long");
  return e;
}
// ---- Socket Mode: who connects gets hello, then envelopes; what is not acknowledged in 3 s comes again by another connection ----
const lines = [], acks = new Map(), seen = { opened: 0, refreshed: 0, refreshedLate: 0, cut: 0, again: 0, retried: 0 };
const sockets = socket ? new WebSocketServer({ host: "127.0.0.1", port: 0 }) : null;
if (socket) await new Promise((r) => sockets.once("listening", r));
sockets?.on("connection", (line) => {
  seen.opened++; lines.push(line); line.on("error", () => {});
  line.on("close", () => lines.includes(line) && lines.splice(lines.indexOf(line), 1));
  line.on("message", (raw) => { const ack = JSON.parse(raw); acks.get(ack.envelope_id)?.(ack); });
  line.send(JSON.stringify({ type: "hello", num_connections: lines.length, debug_info: { host: "offline", approximate_connection_time: 18060 }, connection_info: { app_id: APP } }));
});
const lineUp = async () => { const end = Date.now() + TIMEOUT; while (!lines.length && Date.now() < end) await sleep(50); return lines[Math.floor(Math.random() * lines.length)]; };
const push = async (type, payload, id, attempt, cut) => {
  const line = await lineUp(); if (!line) return null;
  const acked = new Promise((r) => { acks.set(id, r); line.once("close", () => setTimeout(() => r(null), 100)); setTimeout(() => r(null), 3000); });
  line.send(JSON.stringify({ envelope_id: id, type, payload, accepts_response_payload: type === "slash_commands", retry_attempt: attempt, retry_reason: attempt ? "timeout" : "" }));
  if (cut) { seen.cut++; lines.splice(lines.indexOf(line), 1); line.terminate(); }
  return acked;
};
async function deliverBySocket(url, body) {
  const type = url === EVENTS ? "events_api" : url === opt["commands-url"] ? "slash_commands" : "interactive", fields = type === "events_api" ? null : Object.fromEntries(new URLSearchParams(body));
  const payload = fields ? (fields.payload ? JSON.parse(fields.payload) : fields) : JSON.parse(body), id = randomUUID(), d = { url, at: Date.now(), status: 0 }; deliveries.push(d);
  for (let n = 0; n < 4 && !d.status; n++) {
    const began = Date.now(), ack = await push(type, payload, id, n, n === 0 && nextCut && !(nextCut = false));
    if (n) seen.retried++;
    d.ms = Date.now() - began; if (ack) { d.status = 200; d.body = JSON.stringify(ack.payload ?? ""); }
  }
  if (type !== "events_api") return d;
  for (const envelope of [id, id, randomUUID()]) { seen.again++; if (!(await push(type, payload, envelope, 0))) d.status = 0; }   // bolt-js #2487: the same envelope again, and the event in another
  return d;
}
let nextCut = false;
const refresh = () => { for (const line of [...lines]) { seen.refreshed++; const before = seen.opened; line.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested", debug_info: { host: "offline" } })); lines.splice(lines.indexOf(line), 1); setTimeout(() => { if (seen.opened === before) seen.refreshedLate++; line.close(); }, 2000); } };
const def = defineEmulator({ name: "slack-offline", state: () => ({}), setup({ app, webhooks, baseUrl }) {
  hooks = webhooks;
  app.use("*", async (c, next) => {
    const m = c.req.path.match(/^\/api\/([\w.]+)$/);
    if (m && !c.req.header("x-shim")) apiCalls.push({ method: m[1], http: c.req.method, token: c.req.header("authorization")?.slice(0, 16), at: Date.now() });
    await next();
  });
  if (shim) app.use("*", async (c, next) => {                       // Slack's documented limits, markdown_text, one 429 with --flaky
    const m = c.req.path.match(/^\/api\/chat\.(postMessage|update|postEphemeral|startStream|stopStream)$/);
    if (!m || c.req.header("x-shim") || c.req.header("authorization") !== `Bearer ${BOT_TOKEN}`) return next();
    if (opt.flaky && !limited.has(m[1] === "startStream") && (flaky++, limited.add(m[1] === "startStream"))) { c.header("Retry-After", "1"); return c.json({ ok: false, error: "ratelimited" }, 429); }
    const raw = c.req.raw.clone(), ct = c.req.header("content-type") ?? "";
    const b = ct.includes("json") ? await raw.json() : Object.fromEntries(new URLSearchParams(await raw.text()));
    const blocks = typeof b.blocks === "string" ? JSON.parse(b.blocks) : b.blocks, bad = blocks ? blockErrors(blocks) : [];
    if (bad.length) { badBlocks.push(...bad); return c.json({ ok: false, error: bad.some((x) => x.includes("msg_blocks_too_long")) ? "msg_blocks_too_long" : "invalid_blocks", response_metadata: { messages: bad.map((x) => "[ERROR] " + x) } }); }
    if (!b.markdown_text || m[1].endsWith("Stream")) return next();
    if (b.text || b.blocks) return c.json({ ok: false, error: "markdown_text_conflict" });
    if (b.markdown_text.length > 12000) return c.json({ ok: false, error: "msg_too_long" });
    const r = await fetch(`${baseUrl}${c.req.path}`, { method: "POST", headers: { authorization: c.req.header("authorization"), "content-type": "application/json", "x-shim": "1" }, body: JSON.stringify({ ...b, text: b.markdown_text, markdown_text: undefined }) });
    return c.json(await r.json());
  });
  slackPlugin.register(app, store, webhooks, baseUrl, new Map());
  slackPlugin.seed(store, baseUrl); seedFromConfig(store, baseUrl, seedCfg);
  if (!shim) return;
  const bodyOf = async (c) => c.req.method === "GET" ? Object.fromEntries(new URL(c.req.url).searchParams)
    : (c.req.header("content-type") ?? "").includes("json") ? await c.req.json() : Object.fromEntries(Object.entries(await c.req.parseBody()).map(([k, v]) => { try { return [k, /^[\[{]/.test(v) ? JSON.parse(v) : v]; } catch { return [k, v]; } }));
  const post = (c, method, body) => fetch(`${baseUrl}/api/${method}`, { method: "POST", headers: { authorization: c.req.header("authorization") ?? "", "content-type": "application/json", "x-shim": "1" }, body: JSON.stringify(body) }).then((r) => r.json());
  const api = (m, f) => { const h = async (c) => c.get("authUser") ? c.json(await f(c, await bodyOf(c))) : c.json({ ok: false, error: "not_authed" }); app.post(`/api/${m}`, h); app.get(`/api/${m}`, h); };
  for (const m of ["assistant.threads.setStatus", "assistant.threads.setTitle", "assistant.threads.setSuggestedPrompts", "agents.sessions.setStatus", "agents.sessions.rename"])
    api(m, (c, b) => (apiCalls.at(-1).body = b, b.channel_id && (b.thread_ts || b.channel_id) ? { ok: true } : { ok: false, error: "invalid_arguments" }));
  api("chat.startStream", async (c, b) => {
    if (!b.channel || !b.thread_ts) return { ok: false, error: "invalid_arguments" };
    if (!b.channel.startsWith("D") && !(b.recipient_user_id && b.recipient_team_id)) return { ok: false, error: b.recipient_user_id ? "missing_recipient_team_id" : "missing_recipient_user_id" };
    const text = b.markdown_text ?? (b.chunks ?? []).map((x) => x.text ?? "").join("");
    const r = await post(c, "chat.postMessage", { channel: b.channel, thread_ts: b.thread_ts, text: text || "\u200b" });
    if (r.ok) streams.set(r.ts, { channel: b.channel, text, appends: 0, open: true });
    return r.ok ? { ok: true, channel: b.channel, ts: r.ts } : r;
  });
  const grow = (stop) => async (c, b) => {
    const s = streams.get(b.ts); if (!s) return { ok: false, error: "message_not_found" }; if (!s.open) return { ok: false, error: "message_not_in_streaming_state" };
    const add = b.markdown_text ?? (b.chunks ?? []).map((x) => x.text ?? "").join(""); if (!stop && !add && !b.chunks) return { ok: false, error: "no_text" };
    if ((add?.length ?? 0) > 12000) return { ok: false, error: "msg_too_long" };
    s.text += add ?? ""; s.appends++; s.open = !stop;
    await post(c, "chat.update", { channel: s.channel, ts: b.ts, text: s.text || "\u200b", ...(b.blocks ? { blocks: b.blocks } : {}) });
    return { ok: true, channel: s.channel, ts: b.ts };
  };
  api("chat.appendStream", grow(false)); api("chat.stopStream", grow(true));
  for (const m of ["auth.test", "conversations.replies", "conversations.history", "conversations.info", "conversations.list", "conversations.members", "users.info", "users.list", "team.info", "bots.info"])
    app.get(`/api/${m}`, async (c) => c.json(await post(c, m, await bodyOf(c))));               // Slack takes GET for reads; emulate only POST
  app.post("/api/apps.connections.open", (c) => c.req.header("authorization") === `Bearer ${APP_TOKEN}` ? c.json({ ok: true, url: `ws://127.0.0.1:${sockets.address().port}/link/?ticket=${randomUUID()}` }) : c.json({ ok: false, error: "not_allowed_token_type" }));
  app.post("/respond/:id", async (c) => { responses.push(await bodyOf(c)); return c.text("ok"); });  // response_url
} });
const responses = [];
const emu = await createEmulator({ service: def, port: PORT, inspector: false });
const S = getSlackStore(store), alice = S.users.findOneBy("name", "alice").user_id;
for (const ch of S.channels.all()) if (["surveillance", "priv"].includes(ch.name) && !ch.members.includes(BOT)) S.channels.update(ch.id, { members: [...ch.members, BOT] });
const chan = S.channels.findOneBy("name", "surveillance").channel_id;
log(`emulator ${emu.url}/api/ (Slack plugin ${chunk}), bot ${BOT}, alice ${alice}, channel ${chan}`);
const call = (token, method, body) => fetch(`${emu.url}/api/${method}`, { method: "POST", headers: { "x-shim": "1", authorization: `Bearer ${token}`, "content-type": "application/json; charset=utf-8" }, body: JSON.stringify(body ?? {}) }).then((r) => r.json());

// ---- delivery to the bot: verify emulate's signature, add what Slack adds, retry as Slack does ----
const deliveries = [];
async function deliver(url, body, how = {}) { return socket ? deliverBySocket(url, body) : deliverByHttp(url, body, how); }
async function deliverByHttp(url, body, { type = "application/json", retries = [0, 60, 300], secret, ts = Math.floor(Date.now() / 1000), headers = {}, sig } = {}) {
  for (let n = 0; ; n++) {
    const h = { "content-type": type, "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)", "x-slack-request-timestamp": String(ts), "x-slack-signature": sig ?? sign(ts, body), ...headers };
    if (n) { h["x-slack-retry-num"] = String(n); h["x-slack-retry-reason"] = deliveries.at(-1)?.status ? "http_error" : "http_timeout"; }
    const d = { url, at: Date.now(), status: 0 }; deliveries.push(d);
    try { const r = await fetch(url, { method: "POST", headers: h, body, signal: AbortSignal.timeout(3000) }); d.status = r.status; d.body = await r.text(); d.ms = Date.now() - d.at; d.noRetry = r.headers.get("x-slack-no-retry"); } catch (e) { d.error = e.message; d.ms = Date.now() - d.at; }
    if ((d.status >= 200 && d.status < 300) || d.noRetry === "1" || n >= retries.length) return d;
    await sleep(retries[n] * 1000 * Number(opt["retry-scale"] ?? 0.01));
  }
}
const envelope = (event, team = TEAM, id = "Ev" + randomUUID().replaceAll("-", "").slice(0, 11).toUpperCase()) => JSON.stringify({ token: "deprecated", team_id: team, context_team_id: team, context_enterprise_id: null, api_app_id: APP, event, type: "event_callback", event_id: id, event_time: Math.floor(Date.now() / 1000),
  authorizations: [{ enterprise_id: null, team_id: team, user_id: BOT, is_bot: true, is_enterprise_install: false }], is_ext_shared_channel: false, event_context: "4-offline" });
let emuSigOk = 0, emuSigBad = 0;
const relay = createServer((req, res) => { const cs = []; req.on("data", (d) => cs.push(d)); req.on("end", async () => {
  const raw = Buffer.concat(cs).toString(), want = sign(req.headers["x-slack-request-timestamp"], raw), got = req.headers["x-slack-signature"] ?? "";
  got.length === want.length && timingSafeEqual(Buffer.from(got), Buffer.from(want)) ? emuSigOk++ : emuSigBad++;
  res.end();
  const p = JSON.parse(raw), ev = p.event; if (!ev) return;
  if (!shim) return void deliver(EVENTS, raw, { ts: req.headers["x-slack-request-timestamp"], sig: got });   // emulate's bytes, untouched
  const ch = S.channels.findOneBy("channel_id", ev.channel), fromBot = ev.user === BOT;
  const inner = { ...ev, team: TEAM, event_ts: ev.ts, channel_type: ch?.is_im ? "im" : ch?.is_private ? "group" : "channel", ...(fromBot ? { bot_id: BOT_ID, app_id: APP } : { client_msg_id: randomUUID() }) };
  void deliver(EVENTS, envelope(inner));
  if (!fromBot && ev.type === "message" && !ev.subtype && ev.text?.includes(`<@${BOT}>`)) { const { channel_type, ...mention } = inner; void deliver(EVENTS, envelope({ ...mention, type: "app_mention" })); }
}); }).listen(0, "127.0.0.1");
await new Promise((r) => relay.once("listening", r));
hooks.register({ url: `http://127.0.0.1:${relay.address().port}/`, events: ["*"], active: true, owner: "slack" });

// ---- the bot ----
let bot; const cleanup = async (code) => { if (bot && bot.exitCode === null) { try { process.kill(-bot.pid, "SIGTERM"); } catch (gone) { if (gone.code !== "ESRCH") console.error(gone.message); } } relay.close(); relay.closeAllConnections?.(); await emu.close().catch(() => {}); process.exit(code); };
if (opt["bot-cmd"]) {
  const u = new URL(EVENTS);
  bot = spawn("sh", ["-c", opt["bot-cmd"]], { detached: true, stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, SLACK_API_URL: `${emu.url}/api/`, SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_SIGNING_SECRET: SECRET, SLACK_BOT_USER_ID: BOT, PORT: u.port } });
  bot.on("exit", (c) => c && log(`bot exited ${c}`));
}
const t0 = Date.now(); let up = null;
if (socket) { const line = await lineUp(); check("the bot opened a socket with the app's token", !!line, `${seen.opened} connections`); if (!line) await cleanup(1); }
else while (Date.now() - t0 < TIMEOUT && !up) { const b = JSON.stringify({ type: "url_verification", challenge: "c-" + randomUUID(), token: "t" }); const d = await deliver(EVENTS, b, { retries: [] }); if (d.status) up = { d, want: JSON.parse(b).challenge }; else await sleep(250); }
if (!socket && !up) { check("bot answers on " + EVENTS, false); await cleanup(1); }
deliveries.length = 0;
if (!socket) check("url_verification answered with the challenge", up.d.status === 200 && up.d.body.includes(up.want), `HTTP ${up.d.status} in ${up.d.ms} ms`);

// ---- 1. a person mentions the bot in a channel; its answer must be in that thread ----
const auth = await call(BOT_TOKEN, "auth.test"); check("auth.test names the bot", auth.ok && auth.user_id === BOT && auth.team_id === TEAM, JSON.stringify(auth));
const text = `<@${BOT}> ${opt.text ?? "Which cities banned facial recognition this year?"}`;
async function ask(token, channel, text, thread_ts) {
  const q = await call(token, "chat.postMessage", { channel, text, thread_ts }); if (!q.ok) return { q };
  const end = Date.now() + TIMEOUT; let prev = "", stable = 0;
  while (Date.now() < end) { await sleep(150);
    const r = await call(token, "conversations.replies", { channel: q.channel, ts: thread_ts ?? q.ts });
    const mine = (r.messages ?? []).filter((m) => m.user === BOT && m.ts > q.ts), j = JSON.stringify(mine);
    const streaming = mine.some((m) => streams.get(m.ts)?.open);
    stable = mine.length && j === prev && !streaming ? stable + 1 : 0; prev = j;      // wait until edits/streaming have settled
    if (stable >= 6) return { q, replies: mine };
  }
  return { q, replies: [] };
}
const show = (ms) => ms.forEach((m) => console.log("  bot> " + (m.text ?? "").replace(/\n/g, "\n       ") + (m.blocks ? `\n       [blocks: ${m.blocks.map((b) => b.type).join(", ")}]` : "")));
const a = await ask(USER_TOKEN, chan, text);
check("mention in a channel is answered in its thread", a.replies?.length > 0 && a.replies.every((m) => m.thread_ts === a.q.ts), `${a.replies?.length} message(s)`); show(a.replies ?? []);
check("answered once only (app_mention + message are one question)", a.replies?.length === 1);
if (opt.expect) check(`answer matches /${opt.expect}/i`, new RegExp(opt.expect, "i").test(JSON.stringify(a.replies)));
check("every delivery acknowledged with 2xx in 3 s", deliveries.every((d) => d.status >= 200 && d.status < 300 && d.ms < 3000), `slowest ${Math.max(...deliveries.map((d) => d.ms))} ms of ${deliveries.length}`);
check("emulator's own signatures verified", emuSigOk > 0 && !emuSigBad, `${emuSigOk} ok, ${emuSigBad} bad`);
if (socket) refresh();                                                // while the next events flow
// ---- 2. follow-up in the thread, 3. direct message ----
const b = await ask(USER_TOKEN, chan, `<@${BOT}> and in Europe?`, a.q.ts); check("follow-up in the thread is answered there", b.replies?.length > 0); show(b.replies ?? []);
nextCut = socket;                                                     // the next envelope's line is cut before it can be acknowledged
const im = (await call(USER_TOKEN, "conversations.open", { users: BOT })).channel?.id;
const dm = await ask(USER_TOKEN, im, opt.text ?? "What is Clearview AI accused of?"); check("direct message is answered", dm.replies?.length > 0); show(dm.replies ?? []);
if (socket) {
  const line = await lineUp(), alive = lines.length, answers = S.messages.all().filter((m) => m.user === BOT).length;
  for (const frame of ["no JSON", "{}", "[1]", JSON.stringify({ envelope_id: "x", type: "events_api" }), JSON.stringify({ envelope_id: "y", type: "invented", payload: { a: 1 } })]) line.send(frame);
  await sleep(500); check("frames that say nothing cost no connection and get no answer", lines.length === alive && answers === S.messages.all().filter((m) => m.user === BOT).length);
  check("a follow-up and a message are answered once although their connections ended", b.replies?.length === 1 && dm.replies?.length === 1, `${b.replies?.length} and ${dm.replies?.length}`);
  await sleep(2500); check("after refresh_requested the next connection is opened before the old one is closed", seen.refreshed > 0 && !seen.refreshedLate, `${seen.refreshed} ended`);
  check("after a cut line what was not acknowledged is taken by another", seen.cut === 1 && seen.retried > 0 && lines.length > 0, `${seen.retried} sent again, ${lines.length} connections`);
}

// ---- 4. negative checks (ours) ----
if (opt.edge) {
  const count = () => S.messages.all().filter((m) => m.user === BOT).length, now = Math.floor(Date.now() / 1000);
  const ev = (id, t) => envelope({ type: "app_mention", user: alice, text: `<@${BOT}> ${t}`, ts: `${now}.${String(Math.floor(Math.random() * 1e6)).padStart(6, "0")}`, channel: chan, event_ts: String(now) }, TEAM, id);
  const bad = async (name, body, o) => { const n0 = count(), d = await deliver(EVENTS, body, { retries: [], ...o }); await sleep(800); check(name, [400, 401, 403].includes(d.status) && count() === n0, `HTTP ${d.status}`); };
  if (socket) { const d = await deliverByHttp(EVENTS, ev("EvHTTP1", "x"), { retries: [] }); check("without a signing secret nothing is taken over HTTP", d.status === 404, `HTTP ${d.status}`); deliveries.pop(); }
  else {
  await bad("wrong signature refused", ev("EvBAD1", "x"), { sig: "v0=" + "0".repeat(64) });
  await bad("missing signature refused", ev("EvBAD2", "x"), { sig: "" });
  await bad("timestamp 6 minutes old refused (replay)", ev("EvBAD3", "x"), { ts: now - 360 });
  await bad("body changed after signing refused", ev("EvBAD4", "x") + " ", { sig: sign(now, ev("EvBAD5", "y")), ts: now });
  }
  const n1 = count(), same = ev("EvDUP000001", "duplicate delivery"); await deliver(EVENTS, same, { retries: [] });
  const r2 = await deliver(EVENTS, same, { retries: [], headers: { "x-slack-retry-num": "1", "x-slack-retry-reason": "http_timeout" } }); await sleep(2500);
  check("redelivered event_id is acked and answered once", r2.status === 200 && count() === n1 + 1, `${count() - n1} answer(s)`);
  const own = count(); await call(BOT_TOKEN, "chat.postMessage", { channel: chan, text: `<@${BOT}> I talk to myself` }); await sleep(1500); check("bot ignores its own messages", count() === own + 1);
}
const press = (action, container, message = {}) => deliver(opt["interactivity-url"], new URLSearchParams({ payload: JSON.stringify({ type: "block_actions", user: { id: alice, username: "alice", name: "alice", team_id: TEAM }, api_app_id: APP, token: "t", container, trigger_id: "1.2.x", team: { id: TEAM, domain: "watchdog" }, enterprise: null, is_enterprise_install: false, channel: { id: chan, name: "surveillance" }, message, state: { values: {} }, response_url: `${emu.url}/respond/2`, actions: [action] }) }).toString(), { type: "application/x-www-form-urlencoded", retries: [] });
// ---- 5. slash command and block action, only where the bot has the URLs (shim) ----
if (opt["commands-url"]) {
  const f = new URLSearchParams({ token: "t", team_id: TEAM, team_domain: "watchdog", channel_id: chan, channel_name: "surveillance", user_id: alice, user_name: "alice", command: opt.command ?? "/survbot", text: opt["command-text"] ?? "help", api_app_id: APP, is_enterprise_install: "false", response_url: `${emu.url}/respond/1`, trigger_id: "1.2.abc" }).toString();
  const d = await deliver(opt["commands-url"], f, { type: "application/x-www-form-urlencoded", retries: [] }); await sleep(1500);
  const ask = async (text, trigger) => deliver(opt["commands-url"], new URLSearchParams({ ...Object.fromEntries(new URLSearchParams(f)), text, trigger_id: trigger }).toString(), { type: "application/x-www-form-urlencoded", retries: [] });
  const asked = await ask(`ask ${opt.text ?? "What is Clearview AI accused of?"}`, "1.3.abc"), end = Date.now() + TIMEOUT; while (!responses.length && Date.now() < end) await sleep(150);
  const share = responses[0]?.blocks?.flatMap((x) => x.elements ?? []).find((e) => e.action_id === "share");
  check("a question by command is answered for one person", asked.status === 200 && responses[0]?.response_type === "ephemeral" && !!share, JSON.stringify(responses[0])?.slice(0, 160));
  const before = S.messages.all().filter((m) => m.user === BOT).length;
  if (share && opt["interactivity-url"]) { await press({ type: "button", action_id: "share", block_id: "b1", value: share.value, action_ts: "1.5" }, { type: "message", message_ts: "1.5", channel_id: chan, is_ephemeral: true }); await sleep(1500); check("it can be shared with the room", S.messages.all().filter((m) => m.user === BOT).length === before + 1); }
  check("slash command acknowledged", d.status === 200, `HTTP ${d.status} in ${d.ms} ms; body ${JSON.stringify(d.body?.slice(0, 120))}; response_url ${responses.length}`);
}
if (opt["interactivity-url"]) {
  const m = a.replies?.[0] ?? {}, all = (m.blocks ?? []).flatMap((x) => (x.elements ?? []).map((e) => ({ e, block_id: x.block_id ?? "b1" }))).filter(({ e }) => e.type === "feedback_buttons" || e.type === "button"), els = all.find(({ e }) => e.type === "feedback_buttons") ?? all[0];
  const act = els ? { type: els.e.type, action_id: els.e.action_id, block_id: els.block_id, value: els.e.positive_button?.value ?? els.e.value, action_ts: m.ts } : { type: "button", action_id: "feedback", block_id: "b1", value: "good", action_ts: m.ts };
  const container = { type: "message", message_ts: m.ts, channel_id: chan, is_ephemeral: false, thread_ts: a.q.ts }, d = await press(act, container, m); await sleep(800);
  if (els?.e.negative_button) { await press({ ...act, value: els.e.negative_button.value }, container, m); await sleep(800); }
  check("a thumb down opens a dialog that asks why", apiCalls.some((c) => c.method === "views.open"));
  check("block action (feedback) acknowledged", d.status === 200, `HTTP ${d.status}, action ${act.action_id ?? act.type}=${act.value}`);
}
check("every block the bot sent is within Slack's limits", badBlocks.length === 0, badBlocks[0] ?? "");
if (opt.flaky) check("answered in spite of HTTP 429 with Retry-After", flaky === 2, `${flaky} calls turned away`);
check("answers were streamed, and every stream was closed", streams.size > 0 && [...streams.values()].every((s) => !s.open), `${streams.size} streams`);
if (socket) { check("every envelope acknowledged, duplicates too", deliveries.every((d) => d.status === 200) && seen.again > 0, `${deliveries.length} envelopes, ${seen.again} duplicates`); sockets.close(); lines.forEach((line) => line.terminate()); }
const used = {}; for (const c of apiCalls) if (c.token?.includes(BOT_TOKEN.slice(0, 6))) used[c.method] = (used[c.method] ?? 0) + 1;
log("Web API methods the bot used:", JSON.stringify(used)); if (streams.size) log("streams:", JSON.stringify([...streams.values()].map((s) => ({ appends: s.appends, closed: !s.open, chars: s.text.length }))));
if (opt.dump) console.log(JSON.stringify(a.replies, null, 1));
console.log(`${passed} passed, ${failed} failed`);
if (opt.keep) { log("staying up; end with Ctrl-C"); await new Promise(() => {}); }
await cleanup(failed ? 1 : 0);
