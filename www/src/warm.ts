// Reads a made file when there is nothing to do yet. The browser compiles a function when it is first called: for the
// first file that is most of the time. What comes of it is dropped.
import { Session } from "ben-monitor-wasm";

/** Enough rows for the browser to see which functions are called for each of them. */
const ROWS = 300;
const HEADINGS =
  "casusnummer;regio;gemeente;aanmelddatum;afsluitdatum;geslacht;leeftijd;aanmelder;maatregel;verblijf;onderwijs;actie;problematiek;problematiek ouders\n";
const ANSWERS =
  'Regio;Plaats;3-1-2024;5-6-2024;jongen;15;gemeente;geen;thuis;basisonderwijs;consultatie;"trauma, hechting";scheiding\n';

/** Reads and counts, as for a person's file. */
export function warmUp(): void {
  const session = new Session("nl");
  try {
    session.begin("");
    const rows = Array.from({ length: ROWS }, (_, row) => `${row + 1};${ANSWERS}`);
    session.feed(new TextEncoder().encode(HEADINGS + rows.join("")));
    session.endFile();
    session.report({});
    session.handover();
  } finally {
    session.free();
  }
}
