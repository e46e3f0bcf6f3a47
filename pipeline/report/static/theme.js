// Light or dark: as the system says, until the reader chooses. Loaded before the page is drawn.
"use strict";
(() => {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const kept = () => {
    try {
      return localStorage.getItem("whosaid-theme");
    } catch {
      return null; // Some browsers keep nothing for pages from the disk.
    }
  };
  const isDark = () => (root.dataset.theme || (system.matches ? "dark" : "light")) === "dark";
  if (kept() === "dark" || kept() === "light") root.dataset.theme = kept();

  addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("theme");
    const show = () => {
      button.textContent = isDark() ? "Light" : "Dark";
      dispatchEvent(new Event("themechange"));
    };
    button.hidden = false;
    show();
    system.addEventListener("change", show);
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      try {
        localStorage.setItem("whosaid-theme", root.dataset.theme);
      } catch {
        // Then the choice holds for this page only.
      }
      show();
    });
  });
})();
