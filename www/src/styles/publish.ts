// The panel that makes a publication. Fetched with it.
import { css } from "lit";

export const publish = css`
  .publish {
    margin-top: 8px;
    padding: 6px 14px;
    background: var(--_wash);
    border-radius: var(--_radius);
    font-size: var(--_small);
  }
  .publish summary {
    display: inline-block;
    padding: 2px 0;
    min-height: 24px;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 3px;
    cursor: pointer;
  }
  .publish summary::before {
    content: "▸" / "";
    display: inline-block;
    width: 1em;
  }
  .publish details[open] > summary::before {
    content: "▾" / "";
  }
  .publish > details[open] {
    padding-bottom: 14px;
  }
  .publish :is(p, .hint) {
    max-width: 46em;
  }
  .publish p {
    margin-top: 8px;
  }
  .publish .hint {
    margin-top: 4px;
    color: var(--_soft);
    font-size: var(--_fine);
  }
  .publish p.around {
    padding-inline-start: 12px;
    border-inline-start: 4px solid var(--_accent);
  }
  .publish .stage,
  .publish .stage > * {
    margin: 0;
    font-size: calc(1.125 * var(--_rem));
    line-height: 1.35;
    font-weight: 660;
  }
  .publish .stage {
    margin-top: 24px;
    padding-top: 12px;
    border-top: 1px solid var(--_line);
  }
  .publish .around + form > .stage {
    margin-top: 12px;
  }
  .publish :is(.chosen, .proposals, .reasons) {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 16px 48px;
    margin-top: 14px;
  }
  .publish :is(.proposals, .reasons) {
    gap: 0 48px;
    margin-top: 8px;
    list-style: none;
  }
  .publish :is(fieldset, li) {
    min-width: 0;
  }
  .publish .lead ~ div > .part {
    margin-top: 20px;
  }
  .publish .part {
    margin: 0 0 4px;
    font-size: var(--_text);
    line-height: 1.35;
    font-weight: 650;
  }
  .publish .for + .for {
    margin-top: 4px;
  }
  .publish fieldset + .fields {
    margin-top: 16px;
  }
  .publish .which {
    margin-top: 18px;
  }
  .publish .which summary b {
    font-weight: 600;
  }
  .publish .sets {
    columns: 3 14em;
    column-gap: 32px;
    margin-top: 8px;
  }
  .publish .sets fieldset {
    break-inside: avoid;
    padding-bottom: 12px;
  }
  .publish input[type="text"] {
    display: block;
    width: 100%;
    max-width: 28em;
    font: inherit;
    font-size: var(--_small);
    min-height: 36px;
    padding: 4px 8px;
    border: 1px solid var(--_edge);
    border-radius: 6px;
    background: var(--_paper);
    color: var(--_ink);
  }
  .publish label.btn {
    position: relative;
    display: inline-block;
  }
  .publish label.btn:focus-within {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .publish select {
    max-width: 100%;
  }
  .publish .acts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    margin-top: 16px;
  }
  .publish .which .acts {
    margin-top: 4px;
  }
  .publish .acts .hint {
    margin: 0;
  }
  .publish .denied {
    margin-top: 16px;
    padding: 4px 14px 14px;
    border-inline-start: 4px solid var(--_error);
    border-radius: var(--_radius);
    background: var(--_error-wash);
  }
  .publish :is(.denied, .stale) .btn {
    margin-top: 10px;
  }
  .publish .stale {
    margin-top: 20px;
    padding: 4px 14px 14px;
    border-inline-start: 4px solid var(--_warn);
    border-radius: var(--_radius);
    background: var(--_warn-wash);
  }
  .publish .lead {
    font-size: var(--_text);
    line-height: 1.35;
    font-weight: 650;
    text-wrap: balance;
  }
  .publish .parts {
    display: block;
    width: 100%;
    max-width: 46em;
    height: 10px;
    margin-top: 10px;
  }
  .publish .stays {
    fill: var(--_accent);
  }
  .publish .rest {
    fill: var(--_mark-soft);
  }
  .publish li {
    padding: 8px 0;
    border-top: 1px solid var(--_line);
  }
  .publish li .hint {
    margin-top: 2px;
  }
  .publish .reasons .hint {
    display: block;
  }
  .publish .frame {
    margin-top: 10px;
    border: 2px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_paper);
    overflow: clip;
  }
  .publish .frame > p {
    max-width: none;
    margin: 0;
    padding: 6px 16px;
    background: var(--_accent);
    color: var(--_paper);
    font-weight: 600;
  }
  .publish .snippet {
    margin: 8px 0 0;
    padding: 10px 12px;
    max-width: 100%;
    overflow-x: auto;
    border: 1px solid var(--_line);
    border-radius: 6px;
    background: var(--_paper);
    font-size: var(--_fine);
  }

  @container (max-width: 47.5em) {
    .publish {
      padding-inline: 10px;
    }
    .publish :is(.chosen, .proposals, .reasons) {
      grid-template-columns: minmax(0, 1fr);
    }
    .publish summary {
      min-height: 32px;
      padding: 4px 0;
    }
    .publish .snippet {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  }
  @container (max-width: 24em) {
    /* Drawings have as much room as those of the page. */
    .publish .frame {
      margin-inline: -10px;
      border-inline: 0;
      border-radius: 0;
    }
    .publish .frame > p {
      padding-inline: 10px;
    }
  }
  @media print {
    .publish {
      display: none;
    }
  }
`;
