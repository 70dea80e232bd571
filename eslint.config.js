/**
 * Lint rules: what the compiler doesn't see. Formatting is Prettier's; the arrows between layers stand in
 * build/lint/layers.js.
 */
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { layersRule } from './build/lint/layers.js';

const bridge = 'Only renderer/platform speaks to the preload script; call it from there.';

export default tseslint.config(
  {
    ignores: [
      'out/',
      'dist/',
      'demo-out/',
      'test-results/',
      'test/fixtures/',
      '.cache/',
      '**/*.d.ts',
      'core/citations/csl/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { pamphleteer: { rules: { layers: layersRule } } },
    rules: {
      'pamphleteer/layers': 'error',
      eqeqeq: 'error',
      'no-constant-binary-expression': 'error',
      'no-unused-private-class-members': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    ignores: ['renderer/platform/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name=/^(window|globalThis)$/][property.name='pamphleteer']",
          message: bridge,
        },
      ],
    },
  },
  prettier,
);
