#!/usr/bin/env node
// Firefox as it is installed, for Playwright. Both speak WebDriver BiDi, but Playwright begins each page with a command
// that Firefox does not know: which colours and how much motion people prefer. This stands between them and answers
// that one command itself, so the preferences stay as the browser has them.
//
// FIREFOX   the browser to run; Debian's when unset
import { spawn } from "node:child_process";
import { WebSocket, WebSocketServer } from "ws";

const UNKNOWN = "emulation.setMediaFeaturesOverride";
const LISTENING = /WebDriver BiDi listening on (ws:\/\/\S+)/;

const browser = spawn(process.env.FIREFOX ?? "/usr/bin/firefox-esr", process.argv.slice(2), {
  stdio: ["inherit", "inherit", "pipe"],
});
browser.on("exit", (code) => process.exit(code ?? 1));
browser.on("error", (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});

let log = "";
browser.stderr.on("data", (data) => {
  const before = log;
  log += data;
  const address = LISTENING.exec(log)?.[1];
  if (address && !LISTENING.test(before)) relay(address);
});

/** Listens in the browser's place, and tells where. */
function relay(address) {
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  server.on("connection", (page, request) => join(page, new WebSocket(new URL(request.url ?? "/", address))));
  server.on("listening", () => {
    process.stderr.write(`WebDriver BiDi listening on ws://127.0.0.1:${server.address().port}\n`);
  });
}

function join(ours, theirs) {
  const opened = new Promise((resolve) => theirs.on("open", resolve));
  theirs.on("message", (message) => ours.send(message.toString()));
  ours.on("message", async (message) => {
    const text = message.toString();
    const { id, method } = JSON.parse(text);
    if (method === UNKNOWN) {
      ours.send(JSON.stringify({ type: "success", id, result: {} }));
      return;
    }
    await opened;
    theirs.send(text);
  });
  ours.on("close", () => theirs.close());
  theirs.on("close", () => ours.close());
  theirs.on("error", () => ours.close());
}
