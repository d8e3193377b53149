// Where the figures are made, and how anyone can see that.
import { css } from "lit";

export const trust = css`
  .bar > .trust {
    position: relative;
  }
  .trusted {
    font-size: var(--_small);
  }
  div.trusted {
    max-width: 40em;
    margin-top: 32px;
  }
  .trusted summary {
    display: flex;
    gap: 6px;
    align-items: center;
    min-height: 24px;
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
    list-style: none;
    text-decoration: underline;
    text-decoration-style: dotted;
    text-underline-offset: 3px;
  }
  .trusted summary::-webkit-details-marker {
    display: none;
  }
  .trusted summary svg {
    width: 1em;
    height: 1em;
    flex: none;
  }
  .trusted > div {
    position: absolute;
    inset-inline-end: 0;
    z-index: 4;
    width: 30em;
    margin: 6px 0;
    padding: 12px 16px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_paper);
    overflow-wrap: anywhere;
  }
  @container (max-width: 47.5em) {
    .trusted > div {
      position: static;
      width: auto;
    }
  }
  @media print {
    .trusted > div,
    div.trusted a {
      display: none;
    }
  }
  .trusted p + p {
    margin-top: 6px;
  }
  .trusted a {
    color: var(--_accent);
  }
`;
