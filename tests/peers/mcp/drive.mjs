// An agent that uses SurvBot by the protocol's own SDK, which refuses a result that does not fit the tool's output schema.
// node drive.mjs URL KEY
import assert from "node:assert/strict";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";

const [url, key] = process.argv.slice(2);
let passed = 0, failed = 0;

async function step(name, check) {
  try {
    await check();
    passed++;
    console.log(`passed: ${name}`);
  } catch (fault) {
    failed++;
    console.log(`failed: ${name}: ${fault.stack}`);
  }
}

async function connect(token) {
  const client = new Client({ name: "peer", version: "1" });
  await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers: { Authorization: `Bearer ${token}` } } }));
  return client;
}

const client = await connect(key);
let tools = [];
await step("tools are listed, read-only, with schemas", async () => {
  tools = (await client.listTools()).tools;
  assert.deepEqual(tools.map(tool => tool.name).sort(), ["article", "ask", "search", "timeline"]);
  for (const tool of tools)
    assert.ok(tool.annotations.readOnlyHint && tool.outputSchema && tool.inputSchema);
});

const call = async (name, args) => {
  const result = await client.callTool({ name, arguments: args });
  assert.ok(!result.isError, JSON.stringify(result.content));
  return result;
};

let found;
await step("search", async () => {
  found = (await call("search", { query: "SenseTime funding round", take: 2 })).structuredContent.passages;
  assert.equal(found.length, 2);
});
await step("search without matches", async () => assert.deepEqual((await call("search", { query: "cameras", from: "1999", to: "1999" })).structuredContent.passages, []));
await step("article", async () => {
  const article = (await call("article", { article: found[0].article.id })).structuredContent;
  assert.equal(article.text.slice(found[0].start, found[0].end), found[0].text);
});
await step("timeline", async () => assert.ok((await call("timeline", { subject: "SenseTime" })).structuredContent.entries.length > 1));
await step("timeline of what has changed", async () => assert.ok((await call("timeline", { subject: "Clearview", since: "2020" })).structuredContent.entries.length > 0));
await step("timeline of nobody", async () => assert.ok((await call("timeline", { subject: "Rumpelstiltskin" })).structuredContent.nothing));
for (const question of ["Who led SenseTime's 2018 funding round?", "How much is SenseTime worth?", "What is the history of SenseTime?", "What was Tesla's revenue in 2031?", "What is new on Clearview since 2020?", "What about it?"])
  await step(`ask: ${question}`, async () => {
    const result = await call("ask", { question });
    assert.ok(result.structuredContent.status && result.content[0].text);
  });
await step("a wrong key is refused", () => assert.rejects(connect("a-key-that-nobody-guesses-2"), fault => fault.code === 401 || /401|Unauthorized/.test(String(fault))));

await client.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
