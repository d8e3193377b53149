//! The boundary with the browser.
