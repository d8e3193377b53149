// The package as a site takes it: from a registry, with hashes, known to editors, in plugins and in a frame.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { choose, open, SAMPLES, watchPolicy } from "./page";

const PKG = fileURLToPath(new URL("../../pkg/", import.meta.url));
const WWW = fileURLToPath(new URL("../../www/", import.meta.url));
const WORKBOOK = fileURLToPath(new URL("../fixtures/sheets/ijsselland-2024.xlsx", import.meta.url));
const STRICT = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";
const TYPES: Record<string, string> = {
  js: "text/javascript",
  json: "application/json",
  wasm: "application/wasm",
  css: "text/css",
  html: "text/html",
};

const json = (file: string) => JSON.parse(readFileSync(join(PKG, file), "utf8"));

/** Serves a folder, and one page, at a made-up address with the strict policy. */
async function serve(page: Page, at: string, folder: string, html: string): Promise<void> {
  const { BEN_URL: base = "" } = process.env;
  await page.route(`${new URL(at, base).href}**`, (route) => {
    const path = decodeURIComponent(new URL(route.request().url()).pathname.slice(at.length));
    const headers = { "content-security-policy": STRICT };
    if (path === "") return route.fulfill({ contentType: "text/html", body: html, headers });
    const contentType = TYPES[path.split(".").pop() ?? ""] ?? "text/plain";
    return route.fulfill({ contentType, body: readFileSync(join(folder, path)), headers });
  });
  await page.goto(at);
}

const doc = (head: string, body: string) =>
  `<!doctype html><html lang="nl"><meta charset="utf-8"><title>x</title><link rel="icon" href="/tests/icon.svg">${head}<body>${body}`;

test("packs, installs and runs from node_modules", async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), "ben-monitor-"));
  const npm = (...words: string[]) =>
    execFileSync("npm", [...words, "--offline", "--no-audit", "--no-fund", "--loglevel=error"], {
      cwd: folder,
    });
  const packed = JSON.parse(`${npm("pack", PKG, "--json")}`)[0];
  npm("install", "--prefix", folder, join(folder, packed.filename));
  const installed = join(folder, "node_modules/ben-monitor");
  // Every file of the package is in it, but what is made of the package.
  const whole = readdirSync(PKG).filter((name) => statSync(join(PKG, name)).isFile());
  expect(readdirSync(installed).sort()).toEqual(whole.sort());
  const { exports } = json("package.json");
  const named = Object.values(exports as Record<string, string | { default: string }>)
    .map((to) => (typeof to === "string" ? to : to.default))
    .filter((to) => !to.includes("*"));
  expect(named.map((to) => statSync(join(installed, to)).isFile())).not.toContain(false);
  const script = '<script type="module" src="node_modules/ben-monitor/ben-monitor.js"></script>';
  await serve(page, "/installed/", folder, doc(script, "<ben-monitor></ben-monitor>"));
  await page.evaluate(() => document.querySelector("ben-monitor")?.ready);
  await choose(page, SAMPLES);
  expect(await page.evaluate(() => document.querySelector("ben-monitor")?.report?.cases.read)).toBe(190);
  rmSync(folder, { recursive: true });
});

test("the hashes are those of the files, and the ready lines load under them", async ({ page }) => {
  const { files, build } = json("integrity.json");
  const whole = readdirSync(PKG).filter((name) => statSync(join(PKG, name)).isFile());
  const listed = whole.filter((name) => name !== "integrity.json" && name !== "embed.txt");
  expect(Object.keys(files).sort()).toEqual(listed.sort());
  for (const [name, hash] of Object.entries(files)) {
    const digest = createHash("sha384")
      .update(readFileSync(join(PKG, name)))
      .digest("base64");
    expect(`${name} ${hash}`).toBe(`${name} sha384-${digest}`);
  }
  expect(build).toMatch(/^[0-9a-f]{16}$/);
  const lines = readFileSync(join(PKG, "embed.txt"), "utf8").split("\n");
  const html = lines.filter((line) => line.startsWith("<")).join("\n");
  await serve(page, "/lines/", join(PKG, ".."), doc(html, ""));
  await page.evaluate(() => document.querySelector("ben-monitor")?.ready);
  const sums = lines.filter((line) => line.includes("integrity="));
  expect(sums.length).toBeGreaterThan(5);
  // A file that is not the one of the hash is not run.
  await page.unrouteAll();
  await serve(
    page,
    "/wrong/",
    join(PKG, ".."),
    doc(html.replace(/(ben-monitor\.js" integrity="sha384-)..../, "$1AAAA"), ""),
  );
  expect(await page.evaluate(() => Boolean(customElements.get("ben-monitor")))).toBe(false);
});

test("the manifest holds all that the element and its types have", async ({ page }) => {
  const [element] = json("custom-elements.json").modules[0].declarations;
  const names = (list: { name: string }[]) => list.map(({ name }) => name).sort();
  await open(page);
  const real = await page.evaluate(() => {
    const kind = customElements.get("ben-monitor") as unknown as { observedAttributes: string[] };
    const known = document.querySelector("ben-monitor") as unknown as Record<string, unknown>;
    const heard = (name: string) => name in known;
    return {
      attributes: [...new Set(kind.observedAttributes)],
      has: Object.fromEntries(
        [
          "load",
          "add",
          "compare",
          "risk",
          "publish",
          "setFilter",
          "setCrosstab",
          "setMapping",
          "save",
          "restore",
          "forget",
        ].map((name) => [name, heard(name)]),
      ),
    };
  });
  expect(names(element.attributes)).toEqual(real.attributes.sort());
  expect(Object.values(real.has)).not.toContain(false);
  // Every member that the types name is there, and every one that the manifest names is in the element.
  const members = names(element.members);
  const absent = await page.evaluate(
    (all) => all.filter((name) => !(name in (document.querySelector("ben-monitor") as object))),
    members,
  );
  expect(absent).toEqual([]);
  expect(members).toEqual(expect.arrayContaining(Object.keys(real.has)));
  const source = (path: string): string =>
    statSync(path).isDirectory()
      ? readdirSync(path)
          .map((name) => source(join(path, name)))
          .join("\n")
      : readFileSync(path, "utf8");
  const sources = source(join(WWW, "src"));
  const all = (pattern: RegExp) =>
    [...new Set([...sources.matchAll(pattern)].flatMap(([, found]) => (found ?? "").split(" ")))].sort();
  expect(names(element.cssProperties)).toEqual(all(/var\((--ben-[a-z-]+)/g));
  expect(names(element.cssParts)).toEqual(all(/\bpart="([a-z -]+)"/g));
  expect(names(element.slots)).toEqual(all(/<slot name="([a-z-]+)"/g));
  expect(names(element.events)).toEqual(all(/^ {2}"(ben-[a-z-]+)": /gm));
});

test("a div becomes the element, where an editor strips unknown tags", async ({ page }) => {
  const script = '<script type="module" src="pkg/ben-monitor.js"></script>';
  const div =
    '<div data-ben-monitor data-mode="publicatie" data-src="/tests/publicatie-website.json" data-heading-level="3">Zonder script</div>';
  await serve(page, "/divs/", join(PKG, ".."), doc(script, div));
  await expect(page.locator("[data-ben-monitor] ben-monitor canvas").first()).toBeVisible();
  await expect(page.getByText("Zonder script")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 3 }).first()).toBeVisible();
});

test("who may write a div can't say what runs", async ({ page }) => {
  const script = '<script type="module" src="pkg/ben-monitor.js"></script>';
  const elsewhere = "https://elders.example/";
  const divs = [elsewhere, "//elders.example/", "/eigen/"].map(
    (at) => `<div data-ben-monitor data-wasm-src="${at}x.wasm" data-frame-src="${at}frame.html"></div>`,
  );
  await serve(page, "/divs/", join(PKG, ".."), doc(script, divs.join("")));
  await expect(page.locator("ben-monitor")).toHaveCount(3);
  const taken = await page
    .locator("ben-monitor")
    .evaluateAll((all) => all.map((one) => [one.getAttribute("wasm-src"), one.getAttribute("frame-src")]));
  expect(taken).toEqual([
    [null, null],
    [null, null],
    ["/eigen/x.wasm", "/eigen/frame.html"],
  ]);
});

test("a frame is as high as the figures in it, and shows figures of its own site alone", async ({ page }) => {
  const frame = (src: string) =>
    `<iframe data-ben-frame title="Cijfers" width="600" src="pkg/frame.html?mode=publicatie&src=${src}"></iframe>`;
  const script = '<script type="module" src="pkg/frame-host.js"></script>';
  const breaches = await watchPolicy(page);
  await serve(page, "/framed/", join(PKG, ".."), doc(script, frame("/tests/publicatie-website.json")));
  await expect(page.frameLocator("iframe").locator("ben-monitor canvas").first()).toBeVisible();
  const heights = () =>
    page.evaluate(() => {
      const outer = document.querySelector("iframe");
      return [outer?.clientHeight, outer?.contentDocument?.body.scrollHeight];
    });
  await expect.poll(async () => (await heights())[0]).toBeGreaterThan(1500);
  await expect.poll(async () => new Set(await heights()).size).toBe(1);
  // Another window can't say how high it is.
  await page.evaluate(() => postMessage({ type: "ben-frame", height: 7 }, "*"));
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  expect((await heights())[0]).toBeGreaterThan(1500);
  expect(await breaches()).toEqual([]);
  await page.goto("/pkg/frame.html?mode=publicatie&src=https://elders.example/publicatie.json");
  expect(await page.evaluate(() => document.querySelector("ben-monitor")?.src ?? null)).toBe(null);
});

for (const mode of ["analyse", "publicatie"]) {
  test(`the directives that are listed are enough, and nothing else is allowed: ${mode}`, async ({
    page,
  }) => {
    const { about, ...directives } = json("csp.json").modes[mode] as Record<string, string[]> & {
      about: string;
    };
    expect(about).not.toBe("");
    const listed = Object.entries(directives).map(([name, sources]) => `${name} ${sources.join(" ")}`);
    const breaches = await watchPolicy(page);
    await page.route("**/allowed/", (route) =>
      route.fulfill({
        contentType: "text/html",
        headers: { "content-security-policy": `default-src 'none'; ${listed.join("; ")}` },
        body: doc('<script type="module" src="/pkg/ben-monitor.js"></script>', "").replace(
          /<link rel="icon"[^>]*>|$/,
          "",
        ),
      }),
    );
    await page.goto("/allowed/");
    await page.evaluate((asked) => {
      const element = document.createElement("ben-monitor");
      element.mode = asked;
      if (asked === "publicatie") element.src = "/tests/publicatie-website.json";
      document.body.append(element);
      return element.ready;
    }, mode);
    if (mode === "analyse") await choose(page, [...SAMPLES, WORKBOOK]);
    await expect(page.locator("ben-monitor canvas").first()).toBeVisible();
    expect((await breaches()).filter((one) => !one.includes("favicon"))).toEqual([]);
  });
}
