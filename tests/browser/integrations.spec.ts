// The WordPress plugin and the Drupal module: what their PHP writes, made by PHP itself with small stand-ins for the
// platform's functions, and shown by the browser.
import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "@playwright/test";

const HERE = fileURLToPath(new URL("integrations/", import.meta.url));
const ZIPS = fileURLToPath(new URL("../../pkg/integrations/", import.meta.url));

/** `cargo xtask setup` installs it where it may. */
const hasPhp = spawnSync("php", ["--version"]).status === 0;

/** What a stand-in prints. */
const php = (file: string, ...words: string[]) => `${execFileSync("php", [join(HERE, file), ...words])}`;

/** Names of the files in a zip file, whose files are not packed. */
function namesIn(zip: string): string[] {
  const bytes = readFileSync(join(ZIPS, zip));
  const names: string[] = [];
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50; ) {
    const letters = bytes.readUInt16LE(at + 26);
    names.push(bytes.toString("utf8", at + 30, at + 30 + letters));
    at += 30 + letters + bytes.readUInt32LE(at + 18);
  }
  return names;
}

async function show(page: Page, html: string): Promise<void> {
  await page.route("**/site/", (route) =>
    route.fulfill({
      contentType: "text/html",
      headers: { "content-security-policy": "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'" },
      body: `<!doctype html><html lang="nl"><meta charset="utf-8"><title>x</title>${html}`,
    }),
  );
  await page.goto("/site/");
  await expect(page.locator("ben-monitor canvas").first()).toBeVisible();
}

test("the WordPress shortcode and block show a publication", async ({ page }) => {
  test.skip(!hasPhp, "there is no PHP");
  const { shortcode, block, queued } = JSON.parse(php("wordpress.php", "/tests/publicatie-website.json"));
  expect(queued).toEqual(["module ben-monitor", "style ben-monitor"]);
  await show(page, `<script type="module" src="/pkg/ben-monitor.js"></script>${shortcode}`);
  await expect(page.getByRole("heading", { level: 3 }).first()).toBeVisible();
  expect(block).toContain(' src="/tests/publicatie-website.json"');
  expect(block).toContain(' heading-level="4"');
});

test("what an editor writes goes through the platform's own escaping functions", () => {
  test.skip(!hasPhp, "there is no PHP");
  // What these do is WordPress's; that they are called is ours.
  const src = '"><script>alert(1)</script>';
  const { shortcode, escaped } = JSON.parse(php("wordpress.php", src));
  for (const call of [`esc_url ${src}`, "esc_attr publicatie", "esc_attr 3"]) expect(escaped).toContain(call);
  // Nothing else that was written is in it.
  expect(shortcode).not.toContain("onload");
  expect(shortcode).not.toContain("unknown");
  expect(shortcode.match(/<[a-z-]+/g)).toEqual(["<ben-monitor", "<p"]);
  const { attributes, cleaned } = JSON.parse(php("drupal.php", src));
  expect(cleaned).toEqual([src]);
  expect(attributes.theme).toBe("auto");
});

test("the plugin speaks Dutch", () => {
  test.skip(!hasPhp, "there is no PHP");
  const { words } = JSON.parse(php("wordpress.php", ""));
  const ours = Object.values(words as Record<string, string>);
  expect(ours).toContain("Adres van de publicatie");
  expect(ours.filter((one) => / the | of /.test(one))).toEqual([]);
});

test("the Drupal block shows a publication", async ({ page }) => {
  test.skip(!hasPhp, "there is no PHP");
  const { tag, attributes, library } = JSON.parse(php("drupal.php", "/tests/publicatie-website.json"));
  expect(library).toEqual(["ben_monitor/element"]);
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
  await show(
    page,
    `<script type="module" src="/pkg/ben-monitor.js"></script><${tag}${written.join("")}></${tag}>`,
  );
  await expect(page.getByRole("heading", { level: 3 }).first()).toBeVisible();
});

test("all PHP parses", () => {
  test.skip(!hasPhp, "there is no PHP");
  const sources = fileURLToPath(new URL("../../www/integrations/", import.meta.url));
  const files = readdirSync(sources, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(".php"));
  expect(files).toHaveLength(3);
  for (const file of files) {
    expect(`${execFileSync("php", ["-l", join(sources, file)])}`).toContain("No syntax errors");
    expect(readFileSync(join(sources, file), "utf8")).toContain("SPDX-License-Identifier: EUPL-1.2");
  }
});

test("each zip file holds the platform's files and the package", () => {
  for (const [zip, own] of [
    [
      "ben-monitor-wordpress.zip",
      ["ben-monitor/ben-monitor.php", "ben-monitor/block.json", "ben-monitor/block.js"],
    ],
    [
      "ben-monitor-drupal.zip",
      ["ben_monitor/ben_monitor.info.yml", "ben_monitor/src/Plugin/Block/BenMonitorBlock.php"],
    ],
  ] as const) {
    const names = namesIn(zip);
    const root = names[0]?.split("/")[0];
    const fetched = ["ben-monitor.js", "ben-monitor-worker.js", "ben-monitor_bg.wasm", "ben-monitor.css"];
    expect(names).toEqual(expect.arrayContaining([...own, ...fetched.map((name) => `${root}/pkg/${name}`)]));
    expect(names.filter((name) => name.endsWith("LEESMIJ.md"))).toHaveLength(1);
  }
});
