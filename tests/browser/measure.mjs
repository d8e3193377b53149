// Measures our own page by its public contract: a fresh browser for each file and round, everything timed in the page.
//
// node measure.mjs URL OUT.json ROUNDS STEPS ROWS=FILE…
//
// URL holds the element alone. STEPS is the largest number of rows at which every figure is measured by itself.
// Writes what the harness of the peers writes too: the machine, and a summary for each file. Asserts nothing.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { chromium } from "@playwright/test";

const [url, out, rounds, most, ...files] = process.argv.slice(2);
const FLAGS = JSON.parse(readFileSync(new URL("flags.json", import.meta.url), "utf8"));
const launch = () => chromium.launch({ executablePath: process.env.CHROME, args: FLAGS });

/** The largest peak that a renderer of ours had, in MiB; none where the system does not tell. */
function peak() {
  const parents = new Map();
  const peaks = new Map();
  try {
    for (const id of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
      try {
        const status = readFileSync(`/proc/${id}/status`, "utf8");
        parents.set(id, /PPid:\s+(\d+)/.exec(status)?.[1]);
        const isRenderer = readFileSync(`/proc/${id}/cmdline`, "utf8").includes("--type=renderer");
        const kib = /VmHWM:\s+(\d+) kB/.exec(status)?.[1];
        if (isRenderer && kib) peaks.set(id, Number(kib) / 1024);
      } catch {
        // It has ended.
      }
    }
  } catch {
    return null;
  }
  const ours = (id) => id !== undefined && (id === String(process.pid) || ours(parents.get(id)));
  return Math.max(...[...peaks].filter(([id]) => ours(id)).map(([, mib]) => mib)) || null;
}

/** In the page, before anything of it: when our events came, and what is waited for. */
const LISTEN = () => {
  const times = {};
  window.measured = {
    times,
    longest: 0,
    next: () =>
      new Promise((resolve) =>
        document.addEventListener("ben-rendered", () => resolve(performance.now()), { once: true }),
      ),
  };
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      if (startTime + duration >= (times.change ?? Infinity)) {
        window.measured.longest = Math.max(window.measured.longest, duration);
      }
    }
  }).observe({ type: "longtask" });
  for (const name of ["ben-file-read", "ben-rendered"]) {
    document.addEventListener(name, () => {
      times[name] ??= performance.now();
    });
  }
};

/** Opens the page, gives it the file, filters, and asks each figure by itself. */
async function round(file, withSteps) {
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(600_000);
    await page.addInitScript(LISTEN);
    await page.goto(url, { waitUntil: "commit" });
    const idle = await page.evaluate(async () => {
      await customElements.whenDefined("ben-monitor");
      await document.querySelector("ben-monitor").ready;
      return performance.now();
    });
    const input = page.locator("input[type=file]").first();
    await input.waitFor({ state: "attached" });
    await input.evaluate((element) => {
      const note = () => {
        window.measured.times.change = performance.now();
      };
      element.addEventListener("change", note, { capture: true, once: true });
    });
    const drawn = page.evaluate(() => window.measured.next());
    await input.setInputFiles(file);
    await drawn;
    const rss = peak();
    await page.waitForTimeout(200);
    const { times, longest } = await page.evaluate(() => window.measured);
    const since = (name) => times[name] - times.change;
    const found = { idle, read: since("ben-file-read"), drawn: since("ben-rendered"), block: longest, rss };
    const filter = () =>
      page.evaluate(async () => {
        const [done, start] = [window.measured.next(), performance.now()];
        document.querySelector("ben-monitor").setFilter([{ field: "regio", values: ["Twente"] }]);
        return (await done) - start;
      });
    found.filterDrawn = await filter();
    found.steps = withSteps ? await page.evaluate(FIGURES) : [];
    return found;
  } finally {
    await browser.close();
  }
}

/** In the page: counts and draws each figure by itself, of all cases. */
const FIGURES = async () => {
  const element = document.querySelector("ben-monitor");
  await element.setFilter([]);
  const ids = [...new Set(element.report.indicators.map((one) => one.id))];
  const steps = [];
  for (const id of ids.filter((one) => one !== "kruistabel")) {
    const [done, start] = [window.measured.next(), performance.now()];
    element.indicators = id;
    steps.push([id, (await done) - start]);
  }
  return steps;
};

function median(values) {
  const sorted = values.filter((value) => Number.isFinite(value)).sort((one, other) => one - other);
  return sorted.length > 0 ? sorted[sorted.length >> 1] : null;
}

const blank = await launch();
await (await blank.newPage()).goto("data:text/html,<p>x");
const [browser, blankRendererRssMiB] = [blank.version(), Math.round(peak() ?? 0)];
await blank.close();

const summary = [];
for (const given of files) {
  const [rows, file] = given.split(/=(.*)/s);
  const found = [];
  for (let one = 0; one < Number(rounds); one += 1) {
    found.push(await round(file, Number(rows) <= Number(most)));
    process.stderr.write(`${rows} cases, round ${one + 1}: ${found.at(-1).drawn.toFixed(0)} ms\n`);
  }
  const of = (key) => median(found.map((one) => one[key]));
  const steps = found[0].steps.map(([id], at) => [id, median(found.map((one) => one.steps[at][1]))]);
  const keys = ["idle", "read", "drawn", "filterDrawn", "block", "rss"];
  summary.push({
    peer: "subject",
    rows: Number(rows),
    ok: "ok",
    fileBytes: statSync(file).size,
    ...Object.fromEntries(keys.map((key) => [key, of(key)])),
    steps,
  });
}
const { model } = cpus()[0];
const machine = { cpu: model, cores: cpus().length, memGiB: Math.round(totalmem() / 2 ** 30) };
const about = { date: new Date().toISOString(), browser, repeat: Number(rounds), blankRendererRssMiB };
writeFileSync(out, JSON.stringify({ ...about, ...machine, summary }, null, 1));
