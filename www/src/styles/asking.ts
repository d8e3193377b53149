// Asking further: the bar that stays in view, its panels, the forms in them. Fetched with them.
import { css } from "lit";

export const asking = css`
  ben-monitor-asking {
    display: contents;
  }
  .ask-line {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 16px;
    align-items: center;
  }
  .asking .count {
    font-size: var(--_text);
  }
  .asking .count.pair {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 14px;
  }
  .swatch {
    display: inline-block;
    width: 0.75em;
    height: 0.75em;
    margin-inline-end: 6px;
    border-radius: 2px;
    background: var(--_accent);
    forced-color-adjust: none;
  }
  .swatch.other {
    background: var(--_mark);
  }
  .asking .chips {
    flex: 0 1 auto;
    min-width: 0;
  }
  .asking .chip {
    font-size: var(--_small);
    padding-block: 0;
    max-width: 100%;
  }
  .asking .chip span {
    overflow-wrap: break-word;
  }
  .asking .chip button {
    flex: none;
    width: 2.3em;
    height: 2.3em;
  }
  .ask-back {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 14px;
    font-size: var(--_small);
  }
  .ask-back .link {
    min-height: 32px;
  }
  .ask-lost {
    margin-top: 6px;
    font-size: var(--_small);
  }
  .ask-lost .link {
    min-height: 32px;
  }
  .chips-more {
    display: none;
    min-height: 32px;
    font-size: var(--_small);
  }
  .step .sign {
    display: none;
  }
  .ask-open {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-inline-start: auto;
  }
  .ask-open [aria-expanded="true"] {
    border-color: var(--_accent);
    color: var(--_accent);
    background: var(--_wash);
  }
  .ask-panel {
    position: absolute;
    inset-inline: 0;
    top: 100%;
    max-height: min(70vh, 35em);
    overflow: auto;
    padding: 16px;
    background: var(--_paper);
    border: 1px solid var(--_edge);
    border-radius: 0 0 var(--_radius) var(--_radius);
    box-shadow: 0 10px 24px color-mix(in srgb, var(--_ink) 18%, transparent);
  }
  .ask-form {
    display: grid;
    gap: 12px;
    max-width: 47.5em;
  }
  .fields {
    display: flex;
    flex-wrap: wrap;
    gap: 10px 16px;
    align-items: end;
  }
  .fields.inset {
    margin: 4px 0 8px 28px;
  }
  .el :is(.fields, .setting, .ask-form) label:not(.choice) {
    display: grid;
    gap: 3px;
    min-width: 0;
    font-size: var(--_small);
  }
  .el :is(.fields, .setting) :is(select, input:not([type="checkbox"], [type="radio"])) {
    font: inherit;
    font-size: var(--_small);
    min-height: 36px;
    padding: 4px 8px;
    border: 1px solid var(--_edge);
    border-radius: 6px;
    background: var(--_paper);
    color: var(--_ink);
    min-width: 0;
    max-width: 100%;
  }
  .el fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .part {
    font-size: var(--_text);
    font-weight: 650;
    padding: 0;
  }
  .choice {
    display: flex;
    gap: 8px;
    align-items: start;
    padding: 5px 0;
    min-height: 32px;
    font-size: var(--_small);
  }
  .choice input {
    flex: none;
    width: 1.3em;
    height: 1.3em;
    margin: 2px 0 0;
    accent-color: var(--_accent);
  }
  .choice span {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .problem {
    color: var(--_error);
    font-size: var(--_small);
  }
  .problem:empty {
    display: none;
  }
  .btn[aria-disabled="true"] {
    opacity: 0.6;
    cursor: default;
  }
  .quick {
    display: grid;
    gap: 6px;
    padding-top: 10px;
    border-top: 1px solid var(--_line);
  }
  .ask-form .acts,
  .settings .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .el .units {
    display: flex;
    flex-wrap: wrap;
    gap: 0;
    align-items: center;
    margin-top: 8px;
    font-size: var(--_small);
  }
  .units legend {
    float: left;
    padding: 0;
    margin-inline-end: 10px;
    color: var(--_soft);
  }
  .units label {
    position: relative;
    display: block;
    cursor: pointer;
  }
  .units input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .units span {
    display: block;
    padding: 4px 12px;
    min-height: 32px;
    border: 1px solid var(--_edge);
    margin-inline-start: -1px;
  }
  .units label:first-of-type span {
    border-start-start-radius: 6px;
    border-end-start-radius: 6px;
    margin: 0;
  }
  .units label:last-of-type span {
    border-start-end-radius: 6px;
    border-end-end-radius: 6px;
  }
  .units input:checked + span {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_paper);
    font-weight: 600;
  }
  .units input:focus-visible + span {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }

  .ways {
    margin-top: 24px;
    font-size: var(--_small);
  }
  .ways ul {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 18px;
    list-style: none;
  }
  .ways .link {
    min-height: 32px;
  }
  .absent {
    margin-top: 36px;
    padding-top: 10px;
    border-top: 1px solid var(--_line);
    color: var(--_soft);
    font-size: var(--_small);
  }

  @container (min-width: 68.75em) {
    .ask-line:not(:has(.pair)) {
      flex-wrap: nowrap;
    }
    .ask-line:not(:has(.pair)) .chips {
      flex: 1 1 12em;
    }
    .ask-line:not(:has(.pair)) :is(.ask-back, .ask-open) {
      flex: none;
    }
  }
  @container (max-width: 47.5em) {
    /* All of it stays in view: of the chips one line, and the others at a press. */
    .asking {
      padding-block: 4px;
    }
    .ask-line {
      gap: 2px 10px;
    }
    .asking .count {
      flex: 1 1 auto;
    }
    .asking .chips {
      /* A line of its own, with the way to the others beside it. */
      flex: 1 1 60%;
      padding: 2px;
      margin: -2px;
    }
    .asking .chips:not(.all) {
      max-height: 2.25em;
      overflow: hidden;
    }
    .asking .chips.all {
      max-height: 40vh;
      overflow-y: auto;
    }
    .chips-more {
      display: block;
      flex: none;
      min-height: 28px;
    }
    .asking .ask-back .link {
      min-height: 28px;
    }
    .ask-back {
      flex: none;
      flex-wrap: nowrap;
      gap: 2px 8px;
      font-size: var(--_fine);
    }
    .step {
      min-width: 32px;
      font-size: calc(1.25 * var(--_rem));
      line-height: 1;
      text-decoration: none;
    }
    .step .word {
      display: none;
    }
    .step .sign {
      display: inline;
    }
    .ask-open {
      flex: 1 0 100%;
      flex-wrap: nowrap;
      gap: 6px;
      margin: 0;
    }
    .ask-open .btn {
      flex: 1 1 auto;
      min-height: 1.75rem;
      padding: 0 6px;
      font-size: var(--_fine);
    }
    .units legend {
      margin-inline-end: 6px;
    }
    .units span {
      padding-inline: 8px;
    }
    .fields.inset {
      margin-inline-start: 0;
    }
  }
  /* A phone with letters twice as large: what stays in view would leave no room to read. */
  @container (max-width: 18em) {
    .asking {
      position: static;
    }
    .ask-open,
    .asking .chips {
      flex-wrap: wrap;
    }
  }
  @media (forced-colors: active) {
    .units input:checked + span {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    .ask-open,
    .ask-back,
    .ask-panel,
    .el .units,
    .ways {
      display: none;
    }
  }
`;
