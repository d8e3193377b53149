// Reads a made file when there is nothing to do yet. The browser compiles a function when it is first called: for the
// first file that is most of the time. What comes of it is dropped.
import { catalog, Session } from "ben-monitor-wasm";
import type { Catalog } from "./report";

/** Enough rows for the browser to see which functions are called for each of them. */
const ROWS = 300;

/** Reads and counts, as for a person's file. */
export function warmUp(): void {
  const session = new Session("nl");
  try {
    session.begin("");
    session.feed(new TextEncoder().encode(made(catalog("nl") as Catalog)));
    session.endFile();
    session.report({});
    session.handover();
  } finally {
    session.free();
  }
}

/** A row for each case, with every field: one of its answers, or a day of its own where it has no list. */
function made({ fields }: Catalog): string {
  const rows = [fields.map(({ label }) => `"${label}"`).join(";")];
  for (let row = 0; row < ROWS; row += 1) {
    const day = `${(row % 28) + 1}-${Math.floor(row / 28) + 1}-2024`;
    const cells = fields.map(({ values }) => `"${values[row % values.length]?.label ?? day}"`);
    rows.push(cells.join(";"));
  }
  return rows.join("\n");
}
