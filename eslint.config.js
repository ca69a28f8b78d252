/** Owns what the linter refuses: text that becomes markup or SQL, promises that nobody awaits, types that say nothing. */
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

const markup = 'Names and notes are other people’s text: write them with textContent, never as markup.';
const sqlAsText =
  'Values go into `params`, identifiers through an allow-list beside the question: no expression inside SQL text.';

/** Ways by which text becomes markup; the browser refuses them too, but only when they run. */
const markupFromText = [
  {
    selector: 'AssignmentExpression > MemberExpression.left[property.name=/^(innerHTML|outerHTML|srcdoc)$/]',
    message: markup,
  },
  {
    selector: 'AssignmentExpression > MemberExpression.left[property.value=/^(innerHTML|outerHTML|srcdoc|on[a-z]+)$/]',
    message: markup,
  },
  { selector: 'SvelteDirective[kind="Binding"] > SvelteDirectiveKey[name.name="innerHTML"]', message: markup },
  { selector: 'SvelteAttribute[key.name="srcdoc"]', message: markup },
  { selector: 'SvelteAttribute[key.name=/^on[a-z]+$/] > SvelteLiteral', message: markup },
  {
    selector: 'CallExpression[callee.property.name="setAttribute"] > Literal:first-child[value=/^(srcdoc|on[a-z]+)$/i]',
    message: markup,
  },
  {
    selector:
      'CallExpression > MemberExpression.callee[property.name=/^(insertAdjacentHTML|setHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment|parseFromString)$/]',
    message: markup,
  },
  {
    selector: 'CallExpression[callee.object.name="document"][callee.property.name=/^(write|writeln)$/]',
    message: markup,
  },
];

/** Keywords at the start of a text make it SQL; the questions' own folders join allow-listed columns and are let through. */
const sqlFromText = [
  {
    selector:
      'TemplateLiteral[expressions.length>0] > TemplateElement:first-child[value.raw=/^\\s*((select|SELECT)\\s[\\s\\S]*\\s(from|FROM)\\s|(with|WITH)\\s+\\w+\\s+(as|AS)\\b|(insert|INSERT)\\s+(into|INTO)\\s|(delete|DELETE)\\s+(from|FROM)\\s|(update|UPDATE)\\s+\\w+\\s+(set|SET)\\s|(create|CREATE|drop|DROP|alter|ALTER)\\s+(or|OR|table|TABLE|view|VIEW|temp|TEMP)\\b|(copy|COPY|attach|ATTACH|pragma|PRAGMA)\\s+\\S)/]',
    message: sqlAsText,
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(run|query|prepare|send)$/] > TemplateLiteral[expressions.length>0]',
    message: sqlAsText,
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(run|query|prepare|send)$/] > BinaryExpression[operator="+"]:first-child',
    message: sqlAsText,
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(run|query)$/] Property[key.name="sql"] > BinaryExpression[operator="+"]',
    message: sqlAsText,
  },
];

export default ts.config(
  {
    ignores: [
      'dist/',
      'dist-headerless/',
      '.cache/',
      'data/',
      'node_modules/',
      'test-results/',
      'playwright-report/',
      'tests/visual/out/',
    ],
  },
  js.configs.recommended,
  ts.configs.recommended,
  svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-undef': 'off', // The compiler knows.
      // A bug that nobody caught is told to the console; nothing else is.
      'no-console': ['error', { allow: ['error'] }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports', prefer: 'type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-syntax': ['error', ...markupFromText, ...sqlFromText],
    },
  },
  {
    files: ['src/**/*.ts', 'scripts/**/*.ts', 'tests/**/*.ts', '*.config.ts', '**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false, arguments: false } },
      ],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['src/**'],
    rules: {
      // Younger than the floor: the last Chrome and Edge of Windows 7 and 8.1 are 109.
      'no-restricted-properties': [
        'error',
        ...['toSorted', 'toReversed', 'toSpliced'].map((property) => ({
          property,
          message: 'Chrome and Edge 109 lack it: copy the list, or change the one just made.',
        })),
        { object: 'AbortSignal', property: 'any', message: 'Chrome and Edge 109 lack it: see state/stopping.ts.' },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'apache-arrow',
              importNames: [
                'vectorFromArray',
                'tableFromArrays',
                'tableFromJSON',
                'makeBuilder',
                'builderThroughIterable',
              ],
              message: 'Arrow’s builders make code from text, which the page’s policy refuses: fill makeData by hand.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/no-target-blank': 'error',
      'svelte/button-has-type': 'error',
      'svelte/require-each-key': 'error',
      'svelte/prefer-svelte-reactivity': 'off', // What is replaced as a whole needs no reactive Map.
      'svelte/no-navigation-without-resolve': 'off', // A rule of SvelteKit.
    },
  },
  {
    // The questions' own rooms join allow-listed columns and registry rows into SQL; values stay parameters there too.
    files: ['src/queries/**', 'src/intake/**', 'src/engine/**', 'tests/engine/**', 'tests/unit/**'],
    rules: { 'no-restricted-syntax': ['error', ...markupFromText] },
  },
  {
    // Programs for the terminal speak there.
    files: ['scripts/**', 'tests/**'],
    rules: { 'no-console': 'off' },
  },
  {
    // Does what is forbidden, to see it noticed.
    files: ['tests/e2e/browser.spec.ts', 'tests/e2e/hostile.spec.ts', 'tests/e2e/waysout.ts'],
    rules: { 'no-restricted-syntax': 'off', 'no-implied-eval': 'off' },
  },
  prettier,
  svelte.configs.prettier,
);
