/** Without this file a forgotten await, a hidden `any` or a stray read of the environment would reach the newsroom: what a type-aware linter can prove about the code. */
import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { openingSentence } from './scripts/lint/opening-sentence.mjs';

const typescript = ['**/*.ts', '**/*.tsx'];
const plainJavaScript = ['**/*.js', '**/*.mjs', '**/*.cjs'];
const tests = ['**/*.test.ts', '**/*.test.tsx', 'tests/**/*.ts'];
const shipped = ['src/**/*.ts', 'src/**/*.tsx', 'collections/**/*.ts', 'migrations/**/*.ts'];

const generated = ['src/payload-types.ts', 'src/client/openapi.ts', 'src/app/**/importMap.js', 'migrations/*/*_*.ts', 'migrations/*/index.ts', 'next-env.d.ts'];
const builtOrForeign = ['dist/', '.next/', 'data/', 'coverage/', 'bench/vanilla-payload/'];

const environmentIsReadInOneRoom = 'Settings are read, checked and typed in src/env.ts: take what you need from its Env.';

export default tseslint.config(
  { ignores: [...generated, ...builtOrForeign] },
  { linterOptions: { noInlineConfig: true } },
  js.configs.recommended,
  {
    files: typescript,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-explicit-any': ['error', { fixToUnknown: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': 'error',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'start' }],
    },
  },
  {
    files: ['**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: shipped,
    ignores: ['src/env.ts', ...tests],
    rules: {
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: environmentIsReadInOneRoom }],
      'no-restricted-imports': [
        'error',
        {
          paths: ['node:process', 'process'].map((name) => ({ name, importNames: ['env'], message: environmentIsReadInOneRoom })),
          patterns: [{ group: ['dotenv', 'dotenv/*'], message: environmentIsReadInOneRoom }],
        },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'MemberExpression[object.property.name="process"][property.name="env"]', message: environmentIsReadInOneRoom },
        { selector: 'MemberExpression[object.type="MetaProperty"][property.name="env"]', message: environmentIsReadInOneRoom },
      ],
    },
  },
  {
    files: shipped,
    ignores: tests,
    plugins: { counterpoint: { rules: { 'opening-sentence': openingSentence } } },
    rules: { 'counterpoint/opening-sentence': 'error' },
  },
  {
    // Commands and measurements talk to a person on the terminal.
    files: ['src/cli/**/*.ts', 'bench/**/*.ts', 'tests/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: tests,
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: plainJavaScript,
    languageOptions: {
      globals: Object.fromEntries(
        [
          'AbortController',
          'AbortSignal',
          'Buffer',
          'URL',
          'URLSearchParams',
          'clearInterval',
          'clearTimeout',
          'console',
          'fetch',
          'performance',
          'process',
          'setImmediate',
          'setInterval',
          'setTimeout',
          'structuredClone',
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: {
      eqeqeq: 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs', globals: { module: 'writable', require: 'readonly', __dirname: 'readonly' } } },
);
