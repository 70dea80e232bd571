/** `npm run build`: the bundles in `out/`. */
import { makeBundles } from './bundles.ts';

await makeBundles();
