/** Loads every machine, for whoever imports it. */
import '../relocator-dsl/arch/index.ts';
import { models } from '../reference-model/index.ts';
import { addModels } from './models.ts';

addModels(models.values());
