// What scripts and style sheets are checked for. Run from the repository's top folder: `make lint`.

import css from "@eslint/css";
import js from "@eslint/js";
import { defineConfig } from "eslint/config";
import compat from "eslint-plugin-compat";
import esx from "eslint-plugin-es-x";
import floor from "./package.json" with { type: "json" };

// What goes through one module, so that its care is taken everywhere: keys, and the page's own address.
const address = "address.js reads and writes the page's address: bounded, and without throwing";
const key = "keys.js listens to keys: not while an input method composes";
const THROUGH = {
  "no-restricted-properties": ["error", ...["hash", "search"].map((property) => ({ object: "location", property, message: address }))],
  "no-restricted-globals": ["error", ...["URLSearchParams", "decodeURI", "decodeURIComponent"].map((name) => ({ name, message: address }))],
  "no-restricted-syntax": [
    "error",
    { selector: "CallExpression[callee.property.name=/^(?:replace|push)State$/]", message: address },
    { selector: "CallExpression[callee.property.name='addEventListener'][arguments.0.value=/^key/]", message: key },
    { selector: "CallExpression[callee.name='addEventListener'][arguments.0.value=/^key/]", message: key },
    { selector: "AssignmentExpression[left.property.name=/^onkey/]", message: key },
  ],
};
const FREE = Object.fromEntries(Object.keys(THROUGH).map((rule) => [rule, "off"]));

export default defineConfig([
  {
    files: ["**/*.js"],
    extends: [js.configs.recommended, compat.configs["flat/recommended"], esx.configs["flat/restrict-to-es2020"]],
    languageOptions: { ecmaVersion: 2020, sourceType: "module" },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    settings: { browsers: floor.browserslist },
    rules: {
      ...THROUGH,
      "no-undef": "off", // the compiler knows better
      eqeqeq: "error",
      "no-var": "error",
      "prefer-const": "error",
      "es-x/no-string-prototype-replaceall": "off", // Safari 13.1, Chrome 85, Firefox 77
      "es-x/no-regexp-lookbehind-assertions": "error", // Safari 16.4
    },
  },
  {
    files: ["**/address.js", "**/keys.js"],
    rules: FREE,
  },
  {
    files: ["**/theme.js"], // no module: it hands the address on as it is
    rules: { "no-restricted-properties": "off" },
  },
  {
    files: ["**/*.css"],
    plugins: { css },
    language: "css/css",
    extends: [css.configs.recommended],
    rules: {
      // Browsers of the end of 2020 are those of the floor. What is newer stands behind @supports, or here, because
      // without it nothing is missing but a refinement.
      "css/use-baseline": [
        "error",
        {
          available: 2020,
          allowProperties: [
            "accent-color", // controls in the system's own colour
            "color-scheme",
            "content-visibility", // theme.js opens what is closed before printing
            "outline", // known; only its rounded corners are newer
            "print-color-adjust",
            "scroll-margin-top",
            "scroll-padding-top",
            "text-autospace",
            "text-decoration-thickness",
            "text-size-adjust",
            "text-spacing-trim",
            "text-wrap",
          ],
          allowMediaConditions: ["forced-colors"], // unknown, it leaves bars in the site's own colours
          allowPropertyValues: {
            "break-after": ["avoid"],
            "font-family": ["ui-monospace"], // others follow in the list
            "overflow-wrap": ["anywhere"], // body's break-word is inherited
          },
          allowSelectors: ["backdrop", "details-content", "focus-visible"], // each in a rule of its own
          allowFunctions: ["color-mix"], // invalid, it leaves a line in the colour of its text
        },
      ],
      "css/no-invalid-properties": ["error", { allowUnknownVariables: true }], // defined in another part
    },
  },
  {
    // Paper, each in a rule of its own: older browsers print larger type, without a head and foot on each sheet.
    files: ["**/print*.css", "**/brief.css"],
    rules: {
      "css/no-invalid-at-rules": "off", // the boxes in a sheet's margin are not known to the linter
      "css/use-baseline": [
        "error",
        {
          available: 2020,
          allowAtRules: ["page"],
          allowProperties: ["page", "orphans", "widows", "print-color-adjust", "color-scheme", "content-visibility"],
          allowPropertyValues: { "break-after": ["avoid"], "overflow-wrap": ["anywhere"] },
          allowSelectors: ["has", "details-content"],
        },
      ],
    },
  },
]);
