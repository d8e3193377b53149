// The panel that tells how recognisable children are. Fetched with it.
import { css } from "lit";

export const risk = css`
  .risk {
    margin-top: 8px;
    padding: 6px 14px;
    background: var(--_wash);
    border-radius: var(--_radius);
    font-size: var(--_small);
  }
  .risk summary {
    display: inline-block;
    padding: 2px 0;
    min-height: 24px;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 3px;
    cursor: pointer;
  }
  .risk summary::before {
    content: "▸" / "";
    display: inline-block;
    width: 1em;
  }
  .risk details[open] > summary::before {
    content: "▾" / "";
  }
  .risk details[open] {
    padding-bottom: 10px;
  }
  .risk p {
    max-width: 46em;
    margin-top: 8px;
  }
  .risk .lead {
    font-size: calc(1.125 * var(--_rem));
    line-height: 1.35;
    font-weight: 650;
    text-wrap: balance;
  }
  .risk .weighing,
  .risk .also {
    color: var(--_soft);
  }
  .risk .halves {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 24px 48px;
    margin-top: 12px;
  }
  .risk :is(.part, caption) {
    font-size: var(--_text);
    line-height: 1.35;
    font-weight: 650;
    margin: 0;
    padding: 12px 0 6px;
  }
  .risk table {
    margin-top: 0;
  }
  .risk caption {
    text-wrap: balance;
  }
  .risk th:first-child {
    /* Words stay whole where they can: anywhere else would make a column of single letters. */
    overflow-wrap: break-word;
  }
  .risk .part-of {
    white-space: nowrap;
  }
  .risk thead th {
    vertical-align: bottom;
  }
  .risk ul {
    padding-inline-start: 1.2em;
  }
  .risk li {
    padding: 3px 0;
  }
  .risk .may {
    font-weight: 600;
  }
  .risk .not {
    font-weight: 400;
    color: var(--_soft);
  }
  .risk .parts {
    display: block;
    width: 100%;
    height: 8px;
    margin: 4px 0 2px;
  }
  .risk .unique {
    fill: var(--_accent);
    background: var(--_accent);
  }
  .risk .few {
    fill: var(--_mark);
    background: var(--_mark);
  }
  .risk .rest {
    fill: var(--_mark-soft);
    background: var(--_mark-soft);
  }
  .risk .swatch {
    display: inline-block;
    width: 0.7em;
    height: 0.7em;
    margin-inline-end: 5px;
    border-radius: 2px;
    forced-color-adjust: none;
  }

  @container (max-width: 47.5em) {
    .risk {
      padding-inline: 10px;
    }
    .risk table {
      font-size: var(--_fine);
    }
    .risk .halves {
      grid-template-columns: minmax(0, 1fr);
    }
    .risk summary {
      min-height: 32px;
      padding: 4px 0;
    }
    .risk .part-of {
      white-space: normal;
    }
    .risk :is(th, td) {
      padding-inline-end: 6px;
    }
    .risk .swatch {
      display: block;
      margin: 0 0 2px auto;
    }
  }
  @media print {
    .risk {
      display: none;
    }
  }
`;
